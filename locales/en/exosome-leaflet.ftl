### articles/exosome-leaflet.txt in en. Type each translation after its `id =`; the # in front may stay.
### Then run `yakugo sync`; `yakugo status --todo` lists what is left.

t-kjm85n =
    Before You Have Private-Pay Treatment
    with Exosomes: What to Check
    For Patients and Their Families

h-h98cna = What Are Exosomes?

p-cd88wp = Exosomes are tiny sacs that cells release to the outside. They are enclosed by a membrane and are about 30 to 150 nm in diameter. They contain proteins and nucleic acids and are thought to be used for communication between cells.

p-qemzzk = Researchers sometimes call them “extracellular vesicles (EVs),” a name that also covers vesicles whose way of forming is unknown.

h-c3dzxv = What Is Known Now

h-y2qrtt = Stage of Research

p-rjc2kf = Research to make exosomes useful for treatment and diagnostic testing is being done around the world. Most of it is basic research or preclinical research, and efficacy and safety in people have not been established.

h-z2vnsn = Government Approval

p-z4jzsw = To our knowledge, at the time of writing this leaflet, no exosome product has been approved as a drug in Japan. Products sold as “reagents” or “cosmetics” have not been authorized for use in injections or intravenous drips.

h-gx2rtm = Before You Have Private-Pay Treatment

p-3kgf5s = In private-pay treatment, public health insurance cannot be used, and the patient pays the whole cost. Before you sign up, check the following points with the doctor.

li-pmhrc7 = Purpose: What is it for, and how is it put into the body?

li-brmxj4 = Evidence: Is there clinical research in people? Have the results been published?

li-epzdwc = Origin and testing: From which cells is it made, and has it been tested for infectious diseases and impurities?

li-gvbr37 = Cost: What is the total, including tests and follow-up visits? Is there a refund if I stop partway?

li-dxvj7n = Emergency arrangements: If I feel unwell, who will see me, and where?

p-bwc7xa = Take the written explanation home, and talk it over with your family and your regular doctor as well. You do not need to decide on the same day.

by-bc7qy3 = Edited by: Editorial team

h-zybfty = FAQ | Common Questions

q-287zg7 = After an intravenous drip, what symptoms should I watch for?

a-tw6syb = If you have a fever of 38 °C or higher, swelling where the intravenous drip was placed, or severe pain, contact a medical facility right away. If you have difficulty breathing or hives all over the body, or become drowsy or confused, call 119 (the emergency number for an ambulance in Japan) without hesitation.

q-gjkhtt = May I stop my present treatment and switch to exosomes?

a-cvfr8e = Do not stop it on your own. Interrupting treatment may make your illness worse. First, talk to the doctor who is treating you now.

q-mrhcxf = Can exosomes in cosmetics be thought of in the same way?

a-m7373c = No. Cosmetics applied to the skin and products put into the body by injection or intravenous drip differ both in the expected effects and in the possible dangers. Cosmetics must not be injected.
