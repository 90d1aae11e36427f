### articles/culture-supernatant.md in zh-Hans. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

meta-mw7smx = 干细胞培养上清液浅说

meta-bvwwct = 什么是干细胞培养上清液，研究进展到哪一步，日本又是如何对待它的？本文从患者的角度加以说明。

h-9sdrxe =
    干细胞培养上清液浅说
    不使用细胞本身的研究：
    目前已知什么，还不知道什么

bq-qrprkg = 本文提供一般性信息，不推荐任何特定的治疗或医疗机构。有关诊断和治疗，请务必咨询医师。

h-83ac4b = 1. 引言：如果您见过“上清液”这个词

p-qah895 = 力图恢复因受伤或疾病而受损的身体功能的医疗，称为再生医疗。这方面的许多研究一直关注“干细胞”，即体内产生新细胞的来源。

p-y8pf4d = 不过近年来，越来越多的研究不再着眼于干细胞本身，而是着眼于培养干细胞之后留下的液体。这种液体就是本文的主题：**干细胞培养上清液**。您可能在网上或广告中见过这个名称。

p-a5qyqj = 本文将依次说明上清液的成分、研究的进展、日本的制度，以及就诊前需要确认的事项。先说一个结论：干细胞培养上清液**仍处于研究阶段**，它对哪些疾病有用、有多大作用，都尚未确立。

h-fx7r5m = 2. 什么是干细胞培养上清液

h-fwkk7h = 2.1. 上清液是怎样得到的

p-eb999z = 细胞在含有营养物质的液体（培养基）中生长，这称为培养。生长过程中，细胞向液体中分泌多种物质。收集这种液体并去除细胞后，得到的澄清部分就是培养上清液。论文中也称之为“条件培养基”（conditioned medium）。

alt-wefjq6 = 示意图，分三步：将培养容器中的液体离心，再把去除细胞后的上清液移入另一个容器

p-ty3v28 = 实验室的操作步骤因机构而异，但大致按以下流程进行。

li-7ndy9e = 收集培养结束后的液体，以 `300 × g` 离心10分钟，使细胞沉降。

li-wm39pw = 将上清液移入另一个容器，以 `2000 × g` 离心20分钟，使死细胞和细小碎片沉降。

li-9xzj94 = 用孔径0.22 µm的滤膜过滤。这可以去除大部分细菌，但不一定能去除病毒。

li-akemat = 分装后在 −80 °C 下冷冻保存。避免反复冻融。

p-dvhnfd = 这些条件只是研究中常见的一个例子，并不保证任何产品的质量。

h-crvgb4 = 2.2. 上清液中含有什么

p-4skss4 = 上清液中混合着许多种物质。下面列出主要的几类。

li-jcp869 = **生长因子**：参与细胞增殖和分化的蛋白质。血管内皮生长因子（VEGF）是其中之一，在新血管形成时发挥作用。

li-hyyrfr = **细胞因子**：由细胞释放、在细胞之间传递信息的一类蛋白质的总称。有的会加重炎症，有的会抑制炎症。

li-dmmjfn = **外泌体**：细胞释放的、由膜包裹的极小囊泡。一般认为其直径约为30～150 nm，携带蛋白质和核酸[^ev]。

li-kawvsk = **其他成分**：氨基酸、糖等培养基成分以及细胞排出的代谢废物也可能残留。

p-ax9jr5 = 不过，成分并不是越多越好。例如，VEGF参与伤口愈合，但也已知它与癌症发展所需的血管形成以及某些眼部疾病有关。

fn-mwvwm4 = 国际细胞外囊泡学会的指南“MISEV2023”建议，如果不能证明囊泡是在细胞内何处形成的，就不要使用“外泌体”，而应使用含义更广的名称“细胞外囊泡（EV）”。

# yakugo: missing · heading · src 1:1b32c862cfda
# 2.3. 量はどのように書き表されるのか
# h-nke5yc =

# yakugo: missing · paragraph · src 1:d9bf67269759
# 論文や検査の報告書には、見慣れない単位が並びます。読み方を知っておくと、説明を聞くときの助けになります。
# p-996xvv =

# yakugo: missing · cell · src 1:0344eaf10351
# 量
# td-ewbfam =

# yakugo: missing · cell · src 1:51dec27f4ba0
# 書き方の例
# td-7m3q9a =

# yakugo: missing · cell · src 1:d01fb6361dbd
# 読み方
# td-shy8h8 =

# yakugo: missing · cell · src 1:e1bcd5344d89
# サイトカインの濃度
# td-m7b9rw =

# yakugo: missing · cell · src 1:a0499189fb3a
# 10 ng/mL
# td-929axt =

# yakugo: missing · cell · src 1:a4bf822d258d
# 1 mLのなかに10 ng（1 ngは10億分の1 g）
# td-dsyx23 =

# yakugo: missing · cell · src 1:986dbaa48639
# ごく薄い成分の濃度
# td-d6bdfe =

# yakugo: missing · cell · src 1:3134ae772006
# 500 pg/mL
# td-fn3qrh =

# yakugo: missing · cell · src 1:1c1856e227be
# 0.5 ng/mLと同じ（1000 pgが1 ng）
# td-9rkypm =

# yakugo: missing · cell · src 1:cfb3d7486d7e
# 小胞の大きさ
# td-qvehgw =

# yakugo: missing · cell · src 1:1d4dc01feb06
# 100 nm
# td-fkh2jf =

# yakugo: missing · cell · src 1:6f61c331a141
# 1 mmの1万分の1
# td-pg9gva =

# yakugo: missing · cell · src 1:b80523f1ba37
# 遠心分離の強さ
# td-y6eqxy =

# yakugo: missing · cell · src 1:fe8a950893bf
# 2000 × g
# td-6htzct =

# yakugo: missing · cell · src 1:822c1524ef81
# 地球の重力の2000倍に当たる力
# td-rkwn2t =

# yakugo: missing · cell · src 1:9cd03266f411
# 液の体積
# td-7yh8mq =

# yakugo: missing · cell · src 1:f6d3bca710c2
# 2 mL
# td-yger75 =

# yakugo: missing · cell · src 1:ed426e75e753
# 小さじ1杯（5 mL）の半分より少ない
# td-nk5zv5 =

# yakugo: missing · paragraph · src 1:74d5d3ef4b83
# たとえば、ある研究計画に「1回2 mL、4週間ごとに3回」と書かれていれば、合計は6 mLです。これは読み方を示すための架空の例で、使用量の目安ではありません。体積が同じでも、含まれる成分の濃度が同じとは限りません。
# p-reaaem =

h-y6ckq2 = 3. 人们期待什么，有多大把握

h-trfxqf = 3.1. 正在研究的三种作用

li-webf9t = **组织修复**：研究者正在考察上清液能否向受损组织的细胞发出信号，帮助修复。

li-r7y73q = **抗炎与免疫调节**：研究者正在探讨它缓解持续的炎症、调节过度的免疫反应的可能性。

li-bxxp4c = **血管新生**：研究者正在研究它能否促进新血管形成，使氧气和营养更容易送达。

p-rtm67z = 这些作用主要是在培养的细胞和动物身上观察到的。在人身上不一定能得到同样的结果。

h-zfg3xd = 3.2. 作为研究对象的疾病和损伤

li-vnqpvt = **骨科领域**：针对骨关节炎，正在研究关节腔注射。

li-jb5m6s = **神经领域**：有研究以脑梗死或脊髓损伤后的功能恢复为目标。

li-gnvq4d = **皮肤领域**：有针对烧伤和难以愈合的伤口的研究。

p-jn2td7 = 某种疾病在这里被提到，并不意味着对它的有效性已经得到认可。

# yakugo: missing · heading · src 1:c4a485c288df
# 3.3. 研究は段階を踏んで進む
# h-a46rkm =

# yakugo: missing · paragraph · src 1:754935d88446
# 新しい治療は、ふつう次のような段階を経て確かめられます。
# p-cgrmya =

# yakugo: missing · item · src 1:fa06a5a594b1
# **基礎研究**: 培養した細胞などを使い、作用のしくみを調べます。
# li-9m56pv =

# yakugo: missing · item · src 1:20be21aed5c5
# **前臨床研究**: 動物を使い、安全性と有効性の手がかりを集めます。
# li-bfm5f6 =

# yakugo: missing · item · src 1:a2b534139f63
# **臨床研究**: 人に参加してもらい、安全性と有効性を調べます。
# li-w3v9eb =

# yakugo: missing · item · src 1:a8d4e5aae175
# **治験**: 臨床研究のうち、国の承認を得るためのデータを集める試験です。
# li-6fhrz6 =

# yakugo: missing · paragraph · src 1:814e2977deb2
# 幹細胞培養上清液の研究は、その多くが基礎研究と前臨床研究です。臨床研究も行われていますが、参加者が少ないものや、比較する相手（対照群）を置かないものが目立ち、結論を出すには十分ではありません。
# p-v7ry53 =

# yakugo: missing · heading · src 1:24a7f84f6cab
# 4. 幹細胞治療とはどこが違うのか
# h-wg6kgt =

# yakugo: missing · paragraph · src 1:49f3172acfa0
# どちらが優れているかではなく、何を体に入れるのか、何がまだわからないのかに注目して比べてみましょう。
# p-gcg68f =

# yakugo: missing · cell · src 1:57bce588c39a
# 比べる点
# td-c8yxpw =

# yakugo: missing · cell · src 1:67792fa35fb8
# 幹細胞治療
# td-fp7tmv =

# yakugo: missing · cell · src 1:2c2f72825856
# 幹細胞培養上清液
# td-aknzcq =

# yakugo: missing · cell · src 1:175fc140b80e
# 使うもの
# td-6wgd4p =

# yakugo: missing · cell · src 1:234a0e5c4cd8
# 生きた細胞
# td-h97vkx =

# yakugo: missing · cell · src 1:50dd7980d2cc
# 細胞を取り除いた液
# td-xq2evc =

# yakugo: missing · cell · src 1:6597190dd840
# 想定されるはたらき
# td-mh3jfp =

# yakugo: missing · cell · src 1:585b5b74e286
# 細胞そのものと、細胞が出す物質によるもの
# td-ypqfbe =

# yakugo: missing · cell · src 1:b55090589ae3
# 細胞が出した物質によるもの
# td-9ftzz4 =

# yakugo: missing · cell · src 1:d77bb25b28be
# 考えられるおもなリスク
# td-rvmkxb =

# yakugo: missing · cell · src 1:a4e6906b9273
# 感染、拒絶反応、腫瘍化、血管の詰まり（塞栓）
# td-ndfpht =

# yakugo: missing · cell · src 1:0c84f36703c7
# 感染、アレルギー反応、不純物の混入
# td-w8anbs =

# yakugo: missing · cell · src 1:cfe552360f89
# 長期の安全性
# td-tp9rmh =

# yakugo: missing · cell · src 1:0d2bd7f63bd6
# 十分にはわかっていない
# td-ftzqje =

# yakugo: missing · cell · src 1:0d2bd7f63bd6
# 十分にはわかっていない
# td-acw5m5 =

# yakugo: missing · cell · src 1:d95187f4f1b8
# 日本での承認
# td-t6ekmd =

# yakugo: missing · cell · src 1:03076a70111d
# 再生医療等製品として承認されたものが一部にある
# td-fzezqa =

# yakugo: missing · cell · src 1:116a03e4af23
# 私たちの知る限り、医薬品として承認されたものはない
# td-csnchp =

# yakugo: missing · cell · src 1:7e984a7e8205
# 再生医療等安全性確保法
# td-qhbswz =

# yakugo: missing · cell · src 1:7132d3c81f0e
# 原則として対象
# td-av8v6f =

# yakugo: missing · cell · src 1:7121989a92cb
# 細胞を含まないものは、対象外と理解されている
# td-6bpdjx =

bq-nndrsx = 不含细胞，并不等于一定安全。质量会因细胞的来源、检测和制造方法的不同而有很大差异。

h-d3ba5y = 5. 在日本的制度中如何对待

h-fzkbj8 = 5.1. 与《再生医疗等安全性确保法》的关系

p-t347vg = 《再生医疗等安全性确保法》是日本于2014年11月施行的法律，主要适用于使用经过加工的人或动物细胞的医疗。医疗机构必须先听取专门委员会的意见，再向厚生劳动大臣提交再生医疗等提供计划。提交了计划，并不意味着国家认可其效果。

p-d8wca8 = 据我们所知，仅使用不含细胞的培养上清液的医疗不在这部法律的适用范围内。按照这种理解，法律并不要求提交提供计划，也不要求接受委员会的审查。这部法律在2024年也曾修订，今后的处理方式可能会改变。最新条文请在[e-Gov法令检索](https://laws.e-gov.go.jp/)（日语）查阅，行政信息请在[厚生劳动省网站](https://www.mhlw.go.jp/)确认。

# yakugo: missing · heading · src 1:2f1efa7a0df7
# 5.2. 「承認されていない」とはどういうことか
# h-endcx3 =

# yakugo: missing · paragraph · src 1:07a63627ad65
# この記事を書いた時点で、私たちの知る限り、日本で医薬品として承認された幹細胞培養上清液はありません。承認されていないとは、品質、有効性、安全性が国の審査で確かめられていないということです。
# p-qbf8td =

# yakugo: missing · paragraph · src 1:ddb95ae172a8
# 厚生労働省は2024年7月、幹細胞培養上清液やエクソソームなどを用いる医療について、安全性に注意するよう医療機関などに呼びかける事務連絡を出しました。
# p-sjcqah =

# yakugo: missing · paragraph · src 1:d247ff9938b4
# 承認されていないものを使って健康被害が起きた場合、公的な医薬品副作用被害救済制度は、原則として利用できません。
# p-hkh3ax =

h-9azbz6 = 5.3. 什么是自费诊疗

p-wrww8z = 自费诊疗是指不适用公共医疗保险、费用全部由患者负担的诊疗。日语中把它称为“自由”诊疗，但并不是免费的意思。费用由各医疗机构自行决定，因此即使是同名的治疗，金额和内容也会不同。

p-7nqcfs = 使用干细胞培养上清液的治疗目前也是作为自费诊疗进行的。这类治疗由医师自行判断并承担责任，国家并未认可其有效性。

# yakugo: missing · heading · src 1:a738805e8872
# 6. 受診を考えるときに
# h-d5tscg =

# yakugo: missing · heading · src 1:9f523070be9e
# 6.1. 医師にたずねたいこと
# h-vh3me3 =

# yakugo: missing · paragraph · src 1:8f8a3fb39a29
# 次の点を、書面を見ながら確かめましょう。質問に答えてもらえないときや、その場での契約を急がされたときは、すぐに返事をせず、いったん帰って考えましょう。
# p-rdgcex =

# yakugo: missing · item · src 1:b6712fdd438e
# 期待される効果には、人を対象としたどのような研究の裏づけがあるか。
# li-gqneq7 =

# yakugo: missing · item · src 1:b69c13a9bc94
# 起こりうる副作用は何か。具合が悪くなったときは、どこに連絡すればよいか。
# li-ftd44m =

# yakugo: missing · item · src 1:6c1c9d940454
# 細胞は誰から（どの動物から）得たものか。感染症の検査は行われているか。
# li-gbry27 =

# yakugo: missing · item · src 1:768eafab7c5a
# 治療の回数、期間、費用の総額はいくらか。途中でやめられるか。
# li-97rpye =

# yakugo: missing · item · src 1:1a8315d27646
# ほかにどのような治療の選択肢があるか。何もしない場合はどうなるか。
# li-pxyggt =

# yakugo: missing · heading · src 1:2462fff56fbe
# 6.2. 必ず伝えてほしいこと
# h-3nk3p2 =

p-n9nfsm = 慢性病（尤其是正在治疗的癌症，或曾经患过的癌症）、过敏、妊娠或哺乳，以及正在使用的药物，请务必告诉医师。不可自行中止目前的治疗，也不可自行停用目前的药物。

# yakugo: missing · heading · src 1:a06414ca8568
# 6.3. 気をつけたい言い回し
# h-79jxrt =

# yakugo: missing · paragraph · src 1:1697988199d8
# 「必ず効く」「副作用はまったくない」「どんな病気にも使える」といった説明には注意が必要です。効果を約束できる医療はありません。
# p-4p4chk =

# yakugo: missing · heading · src 1:2cf0fa7a9ae9
# 7. 残された課題とこれから
# h-vnwt2r =

# yakugo: missing · item · src 1:796b9ea55830
# **標準化**: 細胞の種類や培養条件、精製方法によって、成分の組成も濃度も変わります。同じ品質のものを繰り返しつくる方法は、まだ定まっていません。
# li-nx2xm3 =

# yakugo: missing · item · src 1:e26cdde36e58
# **作用機序**: 多くの成分のうち、どれが、どのようにはたらくのかは、十分には解明されていません。
# li-5tjbg6 =

# yakugo: missing · item · src 1:2db83eca1c1f
# **安全性**: 長い期間にわたって使った人の記録は限られており、まれな副作用は見つかりにくいのが現状です。
# li-d9xpgw =

# yakugo: missing · paragraph · src 1:cef2a19cf34c
# こうした課題に取り組む研究は、国内でも海外でも続いています。将来、一部の病気で治療の選択肢になる可能性はありますが、いつ、どの病気で実現するのかを言うことはできません。
# p-yq638d =

h-nss7e3 = 8. 常见问题

h-c8wehy = Q1. 使用上清液，别人的干细胞会进入我的体内吗？

p-7syqzz = 不会。上清液经过去除细胞的处理，这种治疗的目的不是把活的干细胞送入体内。不过，细胞去除到什么程度，因制造方法而异。

h-fspzkw = Q2. 在日本有作为药品获得批准的产品吗？

p-k96dtz = 据我们所知，没有。在撰写本文时，我们没有找到任何一种在日本作为药品获得批准的干细胞培养上清液。

h-qvj5tp = Q3. 有副作用吗？

p-7ss26z = 可能有。注射或静脉滴注可能引起疼痛、肿胀、发热、过敏反应、感染等。如果突然出现呼吸困难、全身荨麻疹等症状，请毫不犹豫地拨打119（日本的急救电话）。

# yakugo: missing · heading · src 1:325b83f0133c
# Q4. 上清液とエクソソームは同じものですか？
# h-q4gkmx =

# yakugo: missing · paragraph · src 1:f054753cfadd
# 同じではありません。上清液は多くの成分を含む液の全体を指し、エクソソームはそこに含まれる小胞の一部です。名前が同じでも、製造者によって中身は異なります。
# p-pdy4ya =

# yakugo: missing · heading · src 1:457b00504380
# Q5. 効くかどうかは、どうすればわかりますか？
# h-pfckbk =

# yakugo: missing · paragraph · src 1:9c72b3f5276e
# 一人ひとりの感想だけでは判断できません。使った人と使わなかった人を比べた臨床研究の結果が必要です。研究の有無や結果については、担当の医師にたずねてください。
# p-g7jyh8 =

# yakugo: missing · paragraph · src 1:16afb23d2050
# 細胞外小胞の研究についてもっと知りたい方は、[国際細胞外小胞学会（ISEV）](https://www.isev.org/)のサイト（英語）もご覧ください。
# p-tqa9tb =

# yakugo: missing · paragraph · src 1:5a8aafbd8c58
# この文章は翻訳支援ツールyakugoの見本として書かれたもので、医師による監修は受けていません。
# p-9n9je4 =
