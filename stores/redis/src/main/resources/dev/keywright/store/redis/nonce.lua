-- Records a nonce, once. Everything here is one atomic act.
-- KEYS  1 the epoch  2 the nonces of one credential, by when they may be forgotten
-- ARGV  1 the node's time  2 the birth that the node knows  3 the nonce  4 when it may be forgotten
--       5 the quota  6 how far a node's clock may be from this one  7 how far clocks may be apart
-- All times in milliseconds. Answers {what, birth}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local node = tonumber(ARGV[1])
if math.abs(now - node) > tonumber(ARGV[6]) then
  return {'clock', string.format('%.0f', now - node)}
end

-- What this server process remembers is complete from its birth on. Another process, a restarted or a promoted one, may
-- have lost the last moments, so it is born anew; so is one whose epoch is gone.
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
local epoch = redis.call('GET', KEYS[1])
local born = epoch and string.match(epoch, '^' .. run .. ' (%d+)$')
if not born then
  local policy = string.match(redis.call('INFO', 'memory'), 'maxmemory_policy:([%w-]+)')
  if policy ~= 'noeviction' then
    return {'policy', policy}
  end
  born = string.format('%.0f', math.max(now, node) + tonumber(ARGV[7]))
  redis.call('SET', KEYS[1], run .. ' ' .. born)
end
if ARGV[2] ~= born then
  return {'born', born}
end

-- At most a thousand at a time, so that nobody waits for a great clean-up.
local old = redis.call('ZCOUNT', KEYS[2], '-inf', '(' .. string.format('%.0f', now))
if old > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, math.min(old, 1000) - 1)
end
if redis.call('ZSCORE', KEYS[2], ARGV[3]) then
  return {'seen', born}
end
local count = redis.call('ZCARD', KEYS[2])
if count >= tonumber(ARGV[5]) then
  return {'full', born}
end
-- Once half of the memory is used a credential may hold no more than a small part of what is still free, so that many of them
-- cannot leave nothing to the rest. A nonce takes about 100 bytes; whoever has few is not asked.
if count >= 100 then
  local memory = redis.call('INFO', 'memory')
  local most = tonumber(string.match(memory, '\nmaxmemory:(%d+)') or '0')
  local used = tonumber(string.match(memory, 'used_memory:(%d+)') or '0')
  if most > 0 and used > most / 2 and count > (most - used) / (64 * 128) then
    return {'full', born}
  end
end
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[3])
local life = math.max(0, tonumber(ARGV[4]) - now) + 1000
if redis.call('PTTL', KEYS[2]) < life then
  redis.call('PEXPIRE', KEYS[2], string.format('%.0f', life))
end
return {'recorded', born}
