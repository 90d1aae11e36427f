### articles/guide.md in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

meta-cqe3bs = Einnahme des Arzneimittels

h-mh65cy = Einnahme

# yakugo: stale (meaning: 10 mg → 5 mg; the text was changed while its note stood) · since 2026-02-03 · src 1:eeb433fb8577
# yakugo: was この薬は1回10 mgを、1日2回飲みます。食後に飲んでください。
# yakugo: now この薬は1回5 mgを、1日2回飲みます。食後に飲んでください。
p-pny9bb = Nehmen Sie zweimal täglich 5 mg ein, nach dem Essen.

# yakugo: stale (meaning: negation) · since 2026-02-03 · src 1:6a0a4cdd307b
# yakugo: was 飲み忘れたときは、気づいたときに1回分を飲みます。次の服用が近いときは飲みません。
# yakugo: now 飲み忘れたときは、気づいたときに1回分を飲みます。
missed-dose = Holen Sie eine vergessene Dosis nach, außer wenn die nächste bald fällig ist.

# yakugo: missing · paragraph · src 1:50a1d1e9c0fc
# 次の服用が近いときは飲みません。
# p-3xbm7t =

h-gsqbzd = Aufbewahrung

# yakugo: stale (wording) · since 2026-02-03 · src 1:3cd1f59cea8d
# yakugo: was 直射日光の当たらない場所に置きます。
# yakugo: now 日の当たらない涼しい場所に置きます。
li-v2t3tf = Vor Sonnenlicht schützen.

li-zkc45a = *Für Kinder unzugänglich* aufbewahren.

td-7wkpv8 = Form

td-mztaec = Lagertemperatur

td-yypft8 = Tablette

td-ayz5d5 = 1–30 °C

# yakugo: missing · cell · src 1:7c111f728f0a
# 坐薬
# td-qfjwcg =

# yakugo: missing · cell · src 1:9c7106b4bd31
# 15℃以下
# td-hgwx7z =

td-bfbq5t = Sirup

td-dhhapj = 2–8 °C

# yakugo: missing · paragraph · src 1:fc7223348527
# くわしくは[相談窓口](https://example.org)へ。
# p-xeqzak =

p-em5yz6 = Yakugo