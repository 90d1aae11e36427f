### articles/culture-supernatant.md in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

meta-mw7smx = A Plain-Language Guide to Stem Cell Culture Supernatant

meta-bvwwct = What stem cell culture supernatant is, how far the research has come, and how it is handled in Japan, explained from the patient’s point of view.

h-9sdrxe =
    A Plain-Language Guide to Stem Cell Culture Supernatant
    Research That Does Without the Cells Themselves:
    What Is Known Now and What Is Not Yet Known

bq-qrprkg = This article gives general information. It does not recommend any particular treatment or medical institution. For diagnosis and treatment, always talk to your doctor.

h-83ac4b = 1. Introduction: If You Have Come Across the Word “Supernatant”

p-qah895 = Medical care that seeks to restore the function of a body damaged by injury or disease is called regenerative medicine. Much of the research in this field has focused on stem cells, the source from which new cells arise in the body.

p-y8pf4d = In recent years, however, more and more studies have looked not at the stem cells themselves but at the liquid left after growing them. This liquid is the subject of this article: **stem cell culture supernatant**. You may have seen the name on the internet or in advertisements.

p-a5qyqj = This article explains, in order, what the supernatant contains, how far the research has come, how the Japanese system deals with it, and what to check before you see a doctor about it. To give one conclusion in advance: stem cell culture supernatant is **still being researched**, and it has not been established which diseases it helps, or how much.

h-fx7r5m = 2. What Is Stem Cell Culture Supernatant?

h-fwkk7h = 2.1. How the Supernatant Is Made

p-eb999z = Cells are grown in a liquid that contains nutrients (a medium). This is called cell culture. While they grow, the cells secrete many different substances into the liquid. When this liquid is collected and the cells are removed, the clear part that remains is the culture supernatant. In research papers it is also called “conditioned medium.”

alt-wefjq6 = Diagram in three steps: liquid from a culture vessel is centrifuged, and the cell-free supernatant is transferred to another container

p-ty3v28 = Laboratory procedures differ from one facility to another, but they generally proceed as follows.

li-7ndy9e = Collect the liquid at the end of the culture and centrifuge it at `300 × g` for 10 minutes so that the cells sink to the bottom.

li-wm39pw = Transfer the supernatant to another container and centrifuge it at `2000 × g` for 20 minutes so that dead cells and small fragments sink to the bottom.

li-9xzj94 = Pass it through a filter with a pore size of 0.22 µm. This removes most bacteria, but it does not necessarily remove viruses.

li-akemat = Divide it into small portions for frozen storage at −80 °C. Avoid repeated freezing and thawing.

p-dvhnfd = These conditions are only one example often seen in research; they do not guarantee the quality of any product.

h-crvgb4 = 2.2. What Does It Contain?

p-4skss4 = The supernatant is a mixture of many substances. The main ones are listed here.

li-jcp869 = **Growth factors**: Proteins involved in the proliferation and differentiation of cells. One of them, vascular endothelial growth factor (VEGF), plays a part when new blood vessels form.

li-hyyrfr = **Cytokines**: A general name for proteins that cells release and that carry messages between cells. Some intensify inflammation, and others suppress it.

li-dmmjfn = **Exosomes**: Tiny sacs, enclosed by a membrane, that cells release. They are said to be about 30 to 150 nm in diameter, and they carry proteins and nucleic acids.[^ev]

li-kawvsk = **Other components**: Components of the medium, such as amino acids and sugars, and waste products discarded by the cells may also remain.

p-ax9jr5 = More of a component is not necessarily better, however. VEGF, for example, is involved in wound healing, but it is also known to be involved in the blood vessel formation that lets cancer grow and in some eye diseases.

fn-mwvwm4 = When it cannot be shown where in the cell the vesicles were made, the guidelines of the International Society for Extracellular Vesicles, “MISEV2023,” recommend using the broader name “extracellular vesicle (EV)” instead of “exosome.”

h-nke5yc = 2.3. How Are Amounts Written?

p-996xvv = Research papers and test reports are full of unfamiliar units. Knowing how to read them will help you when you listen to an explanation.

td-ewbfam = Quantity

td-7m3q9a = Example of notation

td-shy8h8 = How to read it

td-m7b9rw = Concentration of a cytokine

td-929axt = 10 ng/mL

td-dsyx23 = 10 ng in 1 mL (1 ng is one billionth of a gram)

td-d6bdfe = Concentration of a very dilute component

td-fn3qrh = 500 pg/mL

td-9rkypm = The same as 0.5 ng/mL (1000 pg is 1 ng)

td-qvehgw = Size of a vesicle

td-fkh2jf = 100 nm

td-pg9gva = One ten-thousandth of a millimeter

td-y6eqxy = Strength of centrifugation

td-6htzct = 2000 × g

td-rkwn2t = A force 2000 times the earth’s gravity

td-7yh8mq = Volume of liquid

td-yger75 = 2 mL

td-nk5zv5 = Less than half a teaspoon (one teaspoon is 5 mL)

p-reaaem = For example, if a study plan says “2 mL per administration, 3 times at 4-week intervals,” the total is 6 mL. This is an invented example to show how to read the notation; it is not a guide to how much to use. Even when the volume is the same, the concentration of the components is not necessarily the same.

h-y6ckq2 = 3. What Is Hoped For, and How Certain It Is

h-trfxqf = 3.1. Three Effects Under Study

li-webf9t = **Tissue repair**: Researchers are examining whether the supernatant sends signals to the cells of damaged tissue and helps it to heal.

li-r7y73q = **Anti-inflammatory and immunomodulatory effects**: Researchers are examining the possibility that it calms prolonged inflammation and regulates an excessive immune response.

li-bxxp4c = **Angiogenesis**: Researchers are studying whether it promotes the formation of new blood vessels and so makes it easier for oxygen and nutrients to reach the tissue.

p-rtm67z = All of these are effects observed mainly in cultured cells and in animals. The same results will not necessarily be obtained in people.

h-zfg3xd = 3.2. Diseases and Injuries Being Studied

li-vnqpvt = **Orthopedics**: Injection into the joint is being studied for osteoarthritis.

li-jb5m6s = **Nervous system**: There is research that aims at functional recovery after ischemic stroke or spinal cord injury.

li-gnvq4d = **Skin**: There is research on burns and on wounds that are slow to heal.

p-jn2td7 = That a disease is named here does not mean that efficacy against it has been recognized.

h-a46rkm = 3.3. Research Proceeds in Stages

p-cgrmya = A new treatment is usually tested in stages such as the following.

li-9m56pv = **Basic research**: The mechanism of action is investigated with cultured cells and other methods.

li-bfm5f6 = **Preclinical research**: Clues about safety and efficacy are gathered using animals.

li-w3v9eb = **Clinical research**: Safety and efficacy are examined in people who take part.

li-6fhrz6 = **Registration trial**: A form of clinical research that collects the data needed for approval by the government.

p-v7ry53 = Most research on stem cell culture supernatant is basic research and preclinical research. Clinical research is also being done, but many of these studies have few participants or no group for comparison (control group), and they are not sufficient to draw conclusions.

h-wg6kgt = 4. How Does It Differ from Stem Cell Therapy?

p-gcg68f = Let us compare the two, asking not which is better but what is put into the body and what is still unknown.

td-c8yxpw = Point of comparison

td-fp7tmv = Stem cell therapy

td-aknzcq = Stem cell culture supernatant

td-6wgd4p = What is used

td-h97vkx = Living cells

td-xq2evc = Liquid from which the cells have been removed

td-mh3jfp = Assumed effects

td-ypqfbe = Those of the cells themselves and of the substances that the cells release

td-9ftzz4 = Those of the substances that the cells released

td-rvmkxb = Main possible risks

td-ndfpht = Infection, rejection, tumor formation, blocked blood vessels (embolism)

td-w8anbs = Infection, allergic reactions, contamination with impurities

td-tp9rmh = Long-term safety

td-ftzqje = Not sufficiently known

td-acw5m5 = Not sufficiently known

td-t6ekmd = Approval in Japan

td-fzezqa = Some products have been approved as regenerative medical products

td-csnchp = To our knowledge, none has been approved as a drug

td-qhbswz = Act on the Safety of Regenerative Medicine

td-av8v6f = Covered, as a rule

td-6bpdjx = A cell-free supernatant is understood to be outside the Act

bq-nndrsx = That a product is cell-free does not mean that it is certain to be safe. Its quality varies greatly with the origin of the cells, the testing, and the manufacturing method.

h-d3ba5y = 5. How Is It Handled Under the Japanese System?

h-fzkbj8 = 5.1. Relation to the Act on the Safety of Regenerative Medicine

p-t347vg = The Act on the Safety of Regenerative Medicine came into force in November 2014. It mainly covers medical care that uses processed human or animal cells. A medical institution must obtain the opinion of an expert committee and then submit a plan for the provision of regenerative medicine to the Minister of Health, Labour and Welfare. The fact that a plan has been submitted does not mean that the government has recognized the treatment as effective.

p-d8wca8 = To our knowledge, medical care that uses only a cell-free culture supernatant is not covered by this Act. On this understanding, the law does not require the submission of a provision plan or review by a committee. The Act was also amended in 2024, and how such care is handled may change in the future. Please check the current text of the Act at [e-Gov Law Search](https://laws.e-gov.go.jp/) (in Japanese) and government information on the [website of the Ministry of Health, Labour and Welfare](https://www.mhlw.go.jp/).

h-endcx3 = 5.2. What Does “Not Approved” Mean?

p-qbf8td = At the time of writing, to our knowledge, no stem cell culture supernatant has been approved as a drug in Japan. “Not approved” means that its quality, efficacy, and safety have not been confirmed by a government review.

p-sjcqah = In July 2024 the Ministry of Health, Labour and Welfare issued an administrative notice calling on medical institutions and others to pay attention to safety in medical care that uses stem cell culture supernatant, exosomes, and the like.

p-hkh3ax = If something that is not approved harms your health, you cannot, as a rule, use Japan’s public Relief System for Sufferers from Adverse Drug Reactions.

h-9azbz6 = 5.3. What Is Private-Pay Treatment?

p-wrww8z = Private-pay treatment (“jiyū shinryō” in Japanese) is medical care to which public health insurance does not apply and for which the patient pays the whole cost. The Japanese word “jiyū” means “free” in the sense of freedom; it does not mean free of charge. Because each medical institution sets its own prices, the cost and content differ even between treatments of the same name.

p-7nqcfs = Treatment with stem cell culture supernatant, too, is currently given as private-pay treatment. It is given on the physician’s own judgment and responsibility, and the government has not recognized its efficacy.

h-d5tscg = 6. When You Are Thinking of Seeing a Doctor About It

h-vh3me3 = 6.1. What to Ask the Doctor

p-rdgcex = Go through the following points with the written information in front of you. If your questions are not answered, or if you are pressed to sign a contract on the spot, do not give your decision right away; go home and think it over first.

li-gqneq7 = What research in people supports the expected effect?

li-ftd44m = What side effects may occur? Whom should I contact if I feel unwell?

li-gbry27 = From whom (or from which animal) were the cells obtained? Are they tested for infectious diseases?

li-97rpye = How many treatments are there, over what period, and what is the total cost? Can I stop partway?

li-pxyggt = What other treatment options are there? What happens if nothing is done?

h-3nk3p2 = 6.2. What You Should Always Tell the Doctor

# yakugo: allow term-count — both mentions are the one word “cancer”, with two clauses about it.
p-n9nfsm = Do not forget to tell the doctor about any long-term illness (especially cancer that is being treated or that you have had in the past), allergies, pregnancy or breastfeeding, and the medicines you use. Do not stop your present treatment or medicines on your own.

h-79jxrt = 6.3. Phrases to Be Wary Of

p-4p4chk = Be careful with explanations such as “It always works,” “There are no side effects at all,” or “It can be used for any disease.” No medical care can promise an effect.

h-vnwt2r = 7. Remaining Challenges and the Future

li-nx2xm3 = **Standardization**: Both the composition and the concentration of the components change with the type of cell, the culture conditions, and the purification method. A way to make a product of the same quality again and again has not yet been settled.

li-5tjbg6 = **Mechanism of action**: Of the many components, it is not sufficiently understood which ones act and how.

li-d9xpgw = **Safety**: Records of people who have used it over a long period are limited, and at present rare side effects are hard to detect.

p-yq638d = Research on these challenges continues in Japan and abroad. Stem cell culture supernatant may become a treatment option for some diseases in the future, but no one can say when or for which diseases this will happen.

h-nss7e3 = 8. Frequently Asked Questions

h-c8wehy = Q1. If supernatant is used, do another person’s stem cells enter my body?

p-7syqzz = No. The liquid has been processed to remove the cells, so the treatment is not meant to put living stem cells into the body. How completely they have been removed, however, depends on the manufacturing method.

h-fspzkw = Q2. Has any supernatant been approved as a drug in Japan?

p-k96dtz = To our knowledge, no. At the time of writing, we did not find a single stem cell culture supernatant that has been approved as a drug in Japan.

h-qvj5tp = Q3. Are there side effects?

p-7ss26z = There can be. With an injection or an intravenous drip, pain, swelling, fever, allergic reactions, infection, and other problems are possible. If sudden symptoms such as difficulty breathing or hives all over the body appear, call 119 (the emergency number for an ambulance in Japan) without hesitation.

h-q4gkmx = Q4. Are supernatant and exosomes the same thing?

p-pdy4ya = They are not the same. Supernatant is the whole liquid with its many components; exosomes are some of the vesicles in it. Even under the same name, the contents differ from one manufacturer to another.

h-pfckbk = Q5. How can I tell whether it works?

p-g7jyh8 = You cannot judge from individual impressions alone. What is needed are the results of clinical research that compares people who used it with people who did not. Ask your doctor whether there is such research and what it found.

p-tqa9tb = If you would like to know more about research on extracellular vesicles, see also the website of the [International Society for Extracellular Vesicles (ISEV)](https://www.isev.org/) (in English).

p-9n9je4 = This text was written as a sample for the translation support tool yakugo and has not been medically reviewed by a physician.
