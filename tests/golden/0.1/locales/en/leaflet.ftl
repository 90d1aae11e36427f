### articles/leaflet.txt in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

t-kqacgf = When you get a medicine

h-3rqzf9 = First

p-9mgwqx = Check its name and dose.

li-f4p8h8 = Name: it is on the bag.

li-32jepd = Dose: it is in the leaflet.

h-7cgv2a = Questions

q-zjyt3v = May I drive?

a-s62j2w = No, it may make you drowsy.