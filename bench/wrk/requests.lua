-- Sends the requests of a file in turns, each thread those of its own: a line is a method, a path
-- and a body, separated by tabs. At the end the result is printed as JSON.
local threads = 0

function setup(thread)
  thread:set('number', threads)
  threads = threads + 1
end

function init(args)
  local file, of = args[1], tonumber(args[2])
  wrk.headers['Content-Type'] = 'application/json'
  requests = {}
  local line = 0
  for text in io.lines(file) do
    if line % of == number then
      local method, path, body = text:match('^(%S+)\t(%S+)\t?(.*)$')
      table.insert(requests, wrk.format(method, path, nil, body ~= '' and body or nil))
    end
    line = line + 1
  end
  sent = 0
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"rate":%.3f,"requests":%d,"errors":%d,"p50":%.3f,"p90":%.3f,"p99":%.3f,"p999":%.3f,"max":%.3f}\n',
    summary.requests / summary.duration * 1e6, summary.requests,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
    latency:percentile(99.9) / 1000, latency.max / 1000))
end
