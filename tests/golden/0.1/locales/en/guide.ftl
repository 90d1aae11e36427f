### articles/guide.md in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

meta-cqe3bs = How to take the medicine

h-mh65cy = Taking it

p-pny9bb = Take 5 mg twice a day. Take it after meals.

# yakugo: stale (meaning: negation) · since 2026-02-03 · src 1:6a0a4cdd307b
# yakugo: was 飲み忘れたときは、気づいたときに1回分を飲みます。次の服用が近いときは飲みません。
# yakugo: now 飲み忘れたときは、気づいたときに1回分を飲みます。
missed-dose = If you forget a dose, take it when you notice. Do not if the next dose is near.

# yakugo: missing · paragraph · src 1:50a1d1e9c0fc
# 次の服用が近いときは飲みません。
# p-3xbm7t =

h-gsqbzd = Storage

li-v2t3tf = Keep it out of direct sunlight.

li-zkc45a = Keep it *out of the reach of children*.

td-7wkpv8 = Form

td-mztaec = Storage temperature

td-yypft8 = Tablet

td-ayz5d5 = 1–30 °C

# yakugo: missing · cell · src 1:7c111f728f0a
# 坐薬
# td-qfjwcg =

# yakugo: missing · cell · src 1:9c7106b4bd31
# 15℃以下
# td-hgwx7z =

td-bfbq5t = Syrup

td-dhhapj = 2–8 °C

p-xeqzak = For details ask the [help desk](https://example.org).

p-em5yz6 = Yakugo