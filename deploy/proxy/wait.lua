-- A request waits for up to two minutes while no replica is ready, as during a restart. Ready is one whose last
-- check passed: a replica whose address has just been found again counts as up until its first check has failed.
local function ready()
  for _, server in pairs(core.backends["replicas"].servers) do
    local stats = server:get_stats()
    if stats.status == "UP" and stats.check_status:find("L7OK", 1, true) then return true end
  end
  return false
end

core.register_action("wait_for_a_replica", { "http-req" }, function()
  for _ = 1, 1200 do
    if ready() then return end
    core.msleep(100)
  end
end)
