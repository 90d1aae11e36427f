### articles/leaflet.txt in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

t-kqacgf = Wenn Sie ein Arzneimittel bekommen

h-3rqzf9 = Zuerst

p-9mgwqx = Prüfen Sie Namen und Dosis.

li-f4p8h8 = Name: steht auf der Tüte.

# yakugo: missing · item · src 1:21dcf15ea2e1
# 用量: 説明書に書いてあります。
# li-32jepd =

h-7cgv2a = Fragen

q-zjyt3v = Darf ich Auto fahren?

a-s62j2w = Nein, es kann müde machen.