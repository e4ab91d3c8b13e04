-- Takes one permit of several quotas, all or none, as one atomic act.
-- KEYS  1 the state: when it was written, then for each quota how long it takes until it is full again
-- ARGV  1 permits that a node gave out by itself, to be charged first  2… for each quota its permits and its period
-- All times in microseconds, of this server alone. A permit of N per period takes period / N to come back, and one is there
-- while no more than the period is taken up. Answers {wait, left, left…}; a wait of 0 means that one was taken.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local owed = tonumber(ARGV[1])
local state = redis.call('GET', KEYS[1])
local at, taken = now, {}
if state then
  for number in string.gmatch(state, '%S+') do
    taken[#taken + 1] = tonumber(number)
  end
  at = table.remove(taken, 1)
end

local function int(number)
  return string.format('%.0f', number)
end

-- A clock that was set back stands still for once; nothing comes back twice.
local elapsed = math.max(0, now - at)
local quotas = (#ARGV - 1) / 2
local wait, longest = 0, 0
for i = 1, quotas do
  local period = tonumber(ARGV[2 * i + 1])
  local each = period / tonumber(ARGV[2 * i])
  taken[i] = math.min(period, math.max(0, (taken[i] or 0) - elapsed) + owed * each)
  -- A thousandth of a microsecond is what sums of fractions may be off.
  if taken[i] + each > period + 0.001 then
    wait = math.max(wait, taken[i] + each - period)
  end
end
local answer = {int(math.ceil(wait))}
for i = 1, quotas do
  local period = tonumber(ARGV[2 * i + 1])
  local each = period / tonumber(ARGV[2 * i])
  if wait == 0 then
    taken[i] = taken[i] + each
  end
  longest = math.max(longest, taken[i])
  answer[i + 1] = int(math.max(0, math.floor((period - taken[i] + 0.001) / each)))
end
if wait == 0 or owed > 0 then
  local written = {int(now)}
  for i = 1, quotas do
    written[i + 1] = string.format('%.17g', taken[i])
  end
  redis.call('SET', KEYS[1], table.concat(written, ' '), 'PX', int(math.ceil(longest / 1000) + 1000))
end
return answer
