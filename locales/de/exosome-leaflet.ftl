### articles/exosome-leaflet.txt in de. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

# yakugo: missing · title · src 1:c8dfcb49da63
# エクソソームの自由診療を
# 受ける前に確かめること
# 患者さんとご家族のために
# t-kjm85n =

# yakugo: missing · heading · src 1:65e3b8ea5ce7
# エクソソームとは
# h-h98cna =

# yakugo: missing · paragraph · src 1:cfc6bb28c8fb
# エクソソームは、細胞が外へ放出するごく小さな袋です。膜に包まれていて、直径はおよそ30~150 nmです。中にはタンパク質や核酸が入っており、細胞どうしの連絡に使われると考えられています。
# p-cd88wp =

# yakugo: missing · paragraph · src 1:47fbfb297e44
# 研究者は、つくられ方がわからないものも含めて「細胞外小胞(EV)」と呼ぶことがあります。
# p-qemzzk =

# yakugo: missing · heading · src 1:f9a63c675086
# いま、わかっていること
# h-c3dzxv =

# yakugo: missing · heading · src 1:9163100fb3d0
# 研究の段階
# h-y2qrtt =

# yakugo: missing · paragraph · src 1:369731af58c9
# エクソソームを治療や検査に役立てるための研究は、世界の各地で行われています。多くは基礎研究や前臨床研究で、人での有効性と安全性は確立していません。
# p-rjc2kf =

# yakugo: missing · heading · src 1:a92e0d21669a
# 国の承認
# h-z2vnsn =

# yakugo: missing · paragraph · src 1:60a2672ff982
# 私たちの知る限り、日本で医薬品として承認されたエクソソームの製品は、このリーフレットを書いた時点ではありません。「試薬」や「化粧品」として売られているものは、注射や点滴に使うために認められたものではありません。
# p-z4jzsw =

# yakugo: missing · heading · src 1:2b455b8f5721
# 自由診療を受ける前に
# h-gx2rtm =

# yakugo: missing · paragraph · src 1:599adb5dd0e9
# 自由診療には公的医療保険が使えず、費用はすべて患者の負担になります。申し込む前に、次の点を医師に確かめてください。
# p-3kgf5s =

# yakugo: missing · item · src 1:c9b41d028c6b
# 目的: 何のために、どのような方法で体に入れるのですか。
# li-pmhrc7 =

# yakugo: missing · item · src 1:e5b1631a403b
# 根拠: 人を対象とした臨床研究はありますか。結果は公表されていますか。
# li-brmxj4 =

# yakugo: missing · item · src 1:801985764d2f
# 由来と検査: どの細胞からつくられ、感染症や不純物の検査を受けていますか。
# li-epzdwc =

# yakugo: missing · item · src 1:daa0eb3afbed
# 費用: 検査や再診も含めた総額は、いくらですか。途中でやめた場合は返金されますか。
# li-gvbr37 =

# yakugo: missing · item · src 1:84c29958e9ce
# 緊急時の備え: 具合が悪くなったときは、誰が、どこで診てくれますか。
# li-dxvj7n =

# yakugo: missing · paragraph · src 1:a2c1741a0e82
# 説明の書面を持ち帰り、家族や、かかりつけの医師にも相談しましょう。その日のうちに決める必要はありません。
# p-bwc7xa =

# yakugo: missing · credit · src 1:21360fa7da67
# 編集: 編集部
# by-bc7qy3 =

# yakugo: missing · heading · src 1:c761a82c3c5c
# FAQ|よくいただく質問
# h-zybfty =

# yakugo: missing · question · src 1:440e5e2f1af4
# 点滴を受けたあと、どのような症状に気をつければよいですか?
# q-287zg7 =

# yakugo: missing · answer · src 1:b3a4e7c11c66
# 38 ℃以上の発熱や、点滴した部位の腫れ、強い痛みがあれば、すぐに医療機関へ連絡してください。息苦しさや全身のじんましんが出たとき、意識がもうろうとしたときは、ためらわずに119番へ電話してください。
# a-tw6syb =

# yakugo: missing · question · src 1:51cd95f9473e
# いまの治療をやめて、エクソソームに切り替えてもよいですか?
# q-gjkhtt =

# yakugo: missing · answer · src 1:b2fe9451e740
# 自分の判断でやめないでください。治療を中断すると、病気が悪化するおそれがあります。まず、いまの担当の医師に相談してください。
# a-cvfr8e =

# yakugo: missing · question · src 1:3adc19684e35
# 化粧品に入っているエクソソームも、同じように考えてよいですか?
# q-mrhcxf =

# yakugo: missing · answer · src 1:9b77fd57cef4
# いいえ。肌に塗る化粧品と、注射や点滴で体に入れるものとでは、期待される作用も、考えられる危険も異なります。化粧品を注射してはいけません。
# a-m7373c =
