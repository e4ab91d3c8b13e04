-- Charges an attempt or gives one back; what AttemptState does, as one atomic act.
-- KEYS  1 the state of a name: "count since until"  2 all names, by when they may be forgotten
-- ARGV  1 "charge" or "back"  2 the name in KEYS[2]  3 how many names there may be  4 now  5 the least wait
--       6 how long a wait is remembered  7 attempts without a wait  8 after how much quiet one is forgotten  9… the waits
-- All times in milliseconds. A charge answers {count, wait}, or {} when there is no room for another name.
local now, floor, grace = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local free, leak, delays = tonumber(ARGV[7]), tonumber(ARGV[8]), #ARGV - 8

local function delay(count)
  if count <= free or delays == 0 then
    return 0
  end
  return tonumber(ARGV[8 + math.min(count - free, delays)])
end

local function int(number)
  return string.format('%.0f', number)
end

local known = redis.call('GET', KEYS[1])
if not known then
  if ARGV[1] == 'back' then
    return {}
  end
  local old = redis.call('ZCOUNT', KEYS[2], '-inf', '(' .. int(now))
  if old > 0 then
    redis.call('ZREMRANGEBYRANK', KEYS[2], 0, math.min(old, 1000) - 1)
  end
  if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[3]) then
    return {}
  end
end
local count, since, till = 0, 0, 0
if known then
  local a, b, c = string.match(known, '^(%d+) (%d+) (%d+)$')
  count, since, till = tonumber(a), tonumber(b), tonumber(c)
end

local function keep(newCount, newSince, newTill)
  local forgotten = math.max(newTill + grace, newSince + newCount * leak)
  redis.call('SET', KEYS[1], int(newCount) .. ' ' .. int(newSince) .. ' ' .. int(newTill))
  redis.call('PEXPIRE', KEYS[1], int(math.max(0, forgotten - now) + 1000))
  redis.call('ZADD', KEYS[2], int(forgotten + 1000), ARGV[2])
  -- The index lives as long as the name that stays longest; it is looked after when it is needed.
  if redis.call('PTTL', KEYS[2]) < forgotten - now + 2000 then
    redis.call('PEXPIRE', KEYS[2], int(math.max(0, forgotten - now) + 2000))
  end
end

local leaks = now <= since and 0 or math.floor((now - since) / leak)
local count0, since0 = count, since
if leaks > 0 then
  count0, since0 = math.max(0, count - leaks), since + leaks * leak
end

if ARGV[1] == 'back' then
  local fewer = math.max(0, count0 - 1)
  local newTill = math.min(till, now + delay(fewer))
  keep(fewer, math.min(since0, math.max(newTill, now)), newTill)
  return {}
end
if now < till then
  return {int(count0), int(till - now)}
end
local waited = till > 0 and now - till <= grace
if floor > 0 and count0 == 0 and not waited then
  keep(0, now + floor, now + floor)
  return {'0', int(floor)}
end
local more = math.min(free + delays, count0 + 1)
local wait = math.max(delay(more), floor)
if wait > 0 then
  keep(more, now + wait, now + wait)
else
  keep(more, count0 == 0 and now or since0, 0)
end
return {int(more), '0'}
