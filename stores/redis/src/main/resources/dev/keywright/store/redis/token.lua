-- Keeps, rotates and revokes tokens; each call one atomic act.
-- A token is a hash: r record, u used, k kind, e expires, f family, o owner. A family is a set of its tokens; an owner has a
-- sorted set of tokens by when they expire, which is what the quota counts. Families and owners are written as digests.
-- KEYS  1 what the names of all of them start with
-- ARGV  1 "save", "rotate", "revoke", "family" or "owner", then as each says
-- Redis Cluster is not supported: the names are made here.
local function token(id) return KEYS[1] .. 't:' .. id end
local function family(name) return KEYS[1] .. 'f:' .. name end
local function owner(name) return KEYS[1] .. 'o:' .. name end
local function int(number) return string.format('%.0f', number) end

local function drop(id)
  local facts = redis.call('HMGET', token(id), 'f', 'o')
  local known = redis.call('DEL', token(id))
  if facts[1] then
    redis.call('SREM', family(facts[1]), id)
    redis.call('ZREM', owner(facts[2]), id)
  end
  return known
end

local function dropFamily(name)
  local dropped = 0
  for _, id in ipairs(redis.call('SMEMBERS', family(name))) do
    dropped = dropped + drop(id)
  end
  redis.call('DEL', family(name))
  return dropped
end

local function live(key, millis)
  if redis.call('PTTL', key) < millis then
    redis.call('PEXPIRE', key, int(millis))
  end
end

-- ARGV from first on: for each token its id, kind, expiry and record.
local function add(first, familyName, ownerName, now, quota)
  local more = (#ARGV - first + 1) / 4
  for i = first, #ARGV, 4 do
    if redis.call('EXISTS', token(ARGV[i])) == 1 then
      return 'known'
    end
  end
  if redis.call('ZCARD', owner(ownerName)) + more > quota then
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', owner(ownerName), '-inf', int(now))) do
      drop(id)
      redis.call('ZREM', owner(ownerName), id)
    end
    if redis.call('ZCARD', owner(ownerName)) + more > quota then
      return 'full'
    end
  end
  for i = first, #ARGV, 4 do
    local id, expires = ARGV[i], tonumber(ARGV[i + 2])
    local life = math.max(0, expires - now) + 10000
    redis.call('HSET', token(id), 'r', ARGV[i + 3], 'u', '0', 'k', ARGV[i + 1], 'e', ARGV[i + 2], 'f', familyName, 'o', ownerName)
    redis.call('PEXPIRE', token(id), int(life))
    redis.call('SADD', family(familyName), id)
    live(family(familyName), life)
    redis.call('ZADD', owner(ownerName), ARGV[i + 2], id)
    live(owner(ownerName), life)
  end
  return 'kept'
end

local what = ARGV[1]
if what == 'save' then
  -- 2 family  3 owner  4 now  5 quota  6… tokens
  return {add(6, ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))}
elseif what == 'rotate' then
  -- 2 family  3 owner  4 now  5 quota  6 the refresh token  7… its successors
  local facts = redis.call('HMGET', token(ARGV[6]), 'u', 'k', 'e', 'f', 'o')
  if facts[2] ~= 'REFRESH' or tonumber(facts[3]) <= tonumber(ARGV[4]) or facts[4] ~= ARGV[2] or facts[5] ~= ARGV[3] then
    return {'gone'}
  end
  if facts[1] == '1' then
    dropFamily(ARGV[2])
    return {'reused'}
  end
  local kept = add(7, ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))
  if kept == 'kept' then
    redis.call('HSET', token(ARGV[6]), 'u', '1')
  end
  return {kept}
elseif what == 'revoke' then
  return {int(drop(ARGV[2]))}
elseif what == 'family' then
  return {int(dropFamily(ARGV[2]))}
else
  local dropped = 0
  for _, id in ipairs(redis.call('ZRANGE', owner(ARGV[2]), 0, -1)) do
    dropped = dropped + drop(id)
  end
  redis.call('DEL', owner(ARGV[2]))
  return {int(dropped)}
end
