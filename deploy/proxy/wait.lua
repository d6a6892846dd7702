-- A request waits for up to two minutes while no replica is ready, as during a restart.
core.register_action("wait_for_a_replica", { "http-req" }, function(txn)
  for _ = 1, 1200 do
    if txn.f:nbsrv("replicas") > 0 then return end
    core.msleep(100)
  end
end)
