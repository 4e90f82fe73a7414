"""The words that vary within the sentences: people, days, medicines and the like. Order matters: seeded choices depend on it."""

FIRST_NAMES = """
    James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
    Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald
    Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George
    Deborah Timothy Stephanie Ronald Rebecca Jason Laura Edward Helen Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary
    Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma Scott Nicole Brandon Ruth
    Benjamin Katherine Samuel Samantha Gregory Christine Frank Catherine Alexander Virginia Raymond Debra Patrick
    Rachel Jack Janet Dennis Carolyn Jerry Maria Tyler Heather Aaron Diane Jose Julie Adam Olivia Nathan Joyce Henry
    Victoria Zachary Kelly Douglas Lauren Peter Christina Kyle Joan Noah Evelyn Ethan Judith Jeremy Andrea Walter
    Hannah Christian Megan Keith Cheryl Roger Jacqueline Terry Martha Austin Gloria Sean Teresa Gerald Ann Carl Sara
    Dylan Madison Harold Frances Jordan Kathryn Jesse Janice Bryan Jean Lawrence Abigail Arthur Alice Gabriel Sophia
    Bruce Grace Logan Denise Billy Amber Joe Doris Alan Marilyn Juan Danielle Elijah Beverly Willie Isabella Albert
    Theresa Wayne Diana Randy Natalie Vincent Brittany Mason Charlotte Roy Marie Ralph Kayla Bobby Alexis Russell Lori
    Priya Ahmed Wei Fatima Carlos Elena Omar Leila Hiroshi Ingrid
""".split()

LAST_NAMES = """
    Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
    Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker
    Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell
    Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy
    Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson
    Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross
    Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons
    Graham Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington Kennedy Wells Vargas Henry
    Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw Snyder Mason
    Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice
    Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins
    Arnold Pierce Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane
    Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards Contreras Willis
    Carpenter Lawrence Sandoval Rossi Singh Khan Ali Wang Li Park Tanaka Cohen Murphy
""".split()

DOCTORS = """
    Patel Chen Johnson Garcia Nguyen Smith Williams Kim Rossi Brown Lee Martinez Taylor Singh Cohen Murphy
""".split()

DAYS = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
""".split()

MONTHS = """
    January February March April May June July August September October November December
""".split()

REASONS = [
    "a checkup",
    "a physical",
    "an annual physical",
    "a flu shot",
    "a follow-up",
    "a follow up visit",
    "blood work",
    "a sore throat",
    "back pain",
    "a rash",
    "a headache",
    "a bad cough",
    "a fever",
    "an ear infection",
    "a vaccination",
    "a consultation",
    "a cleaning",
    "a tooth ache",
    "an eye exam",
    "a referral",
    "knee pain",
    "a blood pressure check",
    "a medication review",
    "a new patient visit",
    "a sprained ankle",
    "an allergy test",
    "stomach pain",
    "a cold",
    "physical therapy",
    "an X ray",
]

INSURERS = [
    "Blue Cross",
    "Aetna",
    "Cigna",
    "Medicare",
    "Medicaid",
    "United Healthcare",
    "Humana",
    "Kaiser",
]

MEDICINES = [
    "lisinopril",
    "metformin",
    "atorvastatin",
    "amoxicillin",
    "ibuprofen",
    "my blood pressure medication",
    "my inhaler",
    "insulin",
    "my thyroid medication",
    "antibiotics",
    "my prescription",
]
