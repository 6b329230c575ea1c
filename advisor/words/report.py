"""What a report says around the knowledge, in both languages."""

from advisor.language import Text

WORDS = {
    "report_of": Text("Advies voor: {name}", "Advice for: {name}"),
    "change_none": Text("Dit is hoe u nu al werkt.", "This is how you already work."),
    "change_adjust": Text("Dit bouwt voort op hoe u nu werkt.", "This builds on how you work today."),
    "change_switch": Text(
        "Dit is een andere opzet dan u nu hebt.", "This is a different set-up from the one you have now."
    ),
    "still_open": Text("Vragen zonder antwoord: {count}.", "Questions without an answer: {count}."),
    "short_mix": Text("Wie wat doet: {parts}.", "Who does what: {parts}."),
    "short_start": Text(
        "Het plan begint op {date} en loopt over {weeks} weken.",
        "The plan starts on {date} and runs for {weeks} weeks.",
    ),
    "short_within": Text(
        "Wanneer het moet werken: {within}. Het plan loopt {weeks} weken.",
        "When it has to work: {within}. The plan runs for {weeks} weeks.",
    ),
    "short_firm": Text(
        "Met één ander antwoord blijft de uitkomst in {kept} van de {changes} gevallen dezelfde.",
        "With one other answer the outcome stays the same in {kept} of {changes} cases.",
    ),
    "short_knowledge": Text("De kennis in dit advies is van {date}.", "The knowledge in this advice is of {date}."),
    "main_reasons": Text("De belangrijkste redenen", "The main reasons"),
    "main_risks": Text("De belangrijkste risico's", "The main risks"),
    "mix": Text("Welke vorm voor welk deel van het werk", "Which form for which part of the work"),
    "low_for_all": Text(
        "Over al het werk samen scoort {form} {score}; voor dit deel geeft dat niet de doorslag.",
        "For all the work together {form} scores {score}; for this part that is not what decides.",
    ),
    "low_as_core": Text(
        "Bij {headline} hoort een vaste kern. {form} alleen scoort {score}; de twee vullen elkaar aan.",
        "{headline} work beside a permanent core. {form} alone scores {score}; the two complete each other.",
    ),
    "firmness": Text("Hoe stevig dit advies is", "How firm this advice is"),
    "firm": Text(
        "Verander één antwoord, dan blijft de uitkomst in {kept} van de {changes} gevallen dezelfde. "
        "Zij verandert bijvoorbeeld zo:",
        "Change one answer, and the outcome stays the same in {kept} of {changes} cases. "
        "It changes, for example, like this:",
    ),
    "very_firm": Text(
        "Geen enkel ander antwoord verandert op zichzelf de uitkomst: in alle {changes} gevallen blijft die dezelfde.",
        "No single other answer changes the outcome: it stays the same in all {changes} cases.",
    ),
    "robustness": Text(
        "Verander één antwoord, dan blijft de uitkomst in {kept} van de {changes} gevallen dezelfde. Verander er twee, "
        "dan blijft zij dat in {pairs_kept} van de {pairs} gevallen.",
        "Change one answer, and the outcome stays the same in {kept} of {changes} cases. Change two, and it stays the "
        "same in {pairs_kept} of {pairs} cases.",
    ),
    "too_little_to_change": Text(
        "Er is nog te weinig bekend: zonder advies valt er ook niets te veranderen.",
        "Too little is known so far: without an advice there is nothing that could change.",
    ),
    "other_goals": Text("Als u uw doelen anders weegt", "If you weigh your goals differently"),
    "other_goals_intro": Text(
        "Kwaliteit, flexibiliteit en kosten zijn samen 100%. Telt een van de drie zwaarder, dan tellen de andere twee "
        "naar verhouding lichter. Wat haalbaar is telt altijd even zwaar mee.",
        "Quality, flexibility and cost add up to 100%. When one of the three counts for more, the other two count for "
        "less, in proportion. What is feasible always counts the same.",
    ),
    "goal_always": Text(
        "{goal}, nu {now}%: hoe zwaar dit doel ook telt, het blijft {form}.",
        "{goal}, now {now}%: however much this goal counts, it stays {form}.",
    ),
    "goal_ranges": Text("{goal}, nu {now}%: {ranges}.", "{goal}, now {now}%: {ranges}."),
    "goal_up_to": Text("tot {end}% {form}", "up to {end}% {form}"),
    "goal_between": Text("van {start}% tot {end}% {form}", "from {start}% to {end}% {form}"),
    "goal_from": Text("vanaf {start}% {form}", "from {start}% on {form}"),
    "scenario_differs": Text("Scenario {number}, met dit anders:", "Scenario {number}, with this changed:"),
    "influence_choice": Text("Wat u zelf in de hand hebt:", "What is in your own hands:"),
    "influence_negotiable": Text("Wat te bespreken is:", "What is open to discussion:"),
    "influence_given": Text(
        "Wat niet aan u is, maar anders kan zijn of worden:", "What is not up to you, but may be or become different:"
    ),
    "flip_choice": Text(
        "In eigen hand: {answers}. Dan wordt het {form}.", "In your own hands: {answers}. It then becomes {form}."
    ),
    "flip_negotiable": Text(
        "Te bespreken: {answers}. Dan wordt het {form}.", "Open to discussion: {answers}. It then becomes {form}."
    ),
    "flip_given": Text(
        "Als het anders is of wordt: {answers}. Dan wordt het {form}.",
        "If it is or becomes different: {answers}. It then becomes {form}.",
    ),
    "what_would_change": Text("Wanneer het wel {form} wordt", "When it would be {form}"),
    "nothing_near": Text(
        "Zelfs met drie andere antwoorden wordt dit niet de uitkomst.",
        "Even with three other answers this does not become the outcome.",
    ),
    "more_flips": Text(
        "Andere combinaties die hier niet staan: {count}.", "Other combinations not shown here: {count}."
    ),
    "why_form": Text("Waarom: {form}", "Why: {form}"),
    "about_form": Text("Wat het is: {form}", "What it is: {form}"),
    "fits": Text("Wanneer het past", "When it fits"),
    "fits_not": Text("Wanneer het niet past", "When it does not fit"),
    "first_steps": Text("Eerste stappen", "First steps"),
    "costs": Text("Kosten (indicatie; telt niet mee in de score)", "Costs (an indication; not part of the score)"),
    "cost_drivers": Text("Bepalend voor de kosten: {drivers}.", "What drives the cost: {drivers}."),
    "ranking": Text("De zes vormen naast elkaar", "The six forms side by side"),
    "form": Text("Vorm", "Form"),
    "score": Text("Score", "Score"),
    "verdict": Text("Oordeel", "Verdict"),
    "verdict_recommended": Text("aanbevolen", "recommended"),
    "verdict_suitable": Text("geschikt", "suitable"),
    "verdict_doubtful": Text("twijfelachtig", "doubtful"),
    "verdict_excluded": Text("valt af", "excluded"),
    "weights": Text("Zo wegen uw doelen: {weights}.", "How your goals weigh: {weights}."),
    "quality": Text("kwaliteit", "quality"),
    "flexibility": Text("flexibiliteit", "flexibility"),
    "cost": Text("kosten", "cost"),
    "feasibility": Text("haalbaarheid", "feasibility"),
    "cautions": Text("Waar u op moet letten", "What to watch out for"),
    "cautions_intro": Text(
        "Juridische punten zijn een waarschuwing naar de stand van de genoemde datum, geen advies: laat ze toetsen.",
        "Legal points are a warning as of the date given, not advice: have them checked.",
    ),
    "as_of": Text("stand van {date}", "as of {date}"),
    "kind_law": Text("wet", "law"),
    "kind_privacy": Text("privacy", "privacy"),
    "kind_people": Text("mensen", "people"),
    "kind_contract": Text("contract", "contract"),
    "kind_financial": Text("financieel", "financial"),
    "kind_operational": Text("uitvoering", "operations"),
    "kind_reputational": Text("reputatie", "reputation"),
    "severity_1": Text("Ook goed om te weten", "Also good to know"),
    "severity_2": Text("Belangrijk", "Important"),
    "severity_3": Text("Eerst regelen", "Settle first"),
    "places": Text("Landen om te onderzoeken: {form}", "Countries to look into: {form}"),
    "places_intro": Text(
        "Dit zijn landen die bij uw antwoorden passen, nog geen keuze: onderzoek per land wat er nu te vinden is.",
        "These are countries that fit your answers, not yet a choice: find out for each what is available there now.",
    ),
    "same_clock": Text(
        "De klok wijst daar altijd dezelfde tijd aan als in Nederland: uw avond en nacht zijn ook daar avond en nacht.",
        "The clock there always shows the same time as in the Netherlands: your evenings and nights are theirs too.",
    ),
    "your_night": Text("Uw nacht", "Your night"),
    "your_day": Text("Uw dag", "Your day"),
    "your_evening": Text("Uw avond", "Your evening"),
    "hours_there": Text(
        "{part}, {here}, is daar {winter} (winter) en {summer} (zomer).",
        "{part}, {here}, is {winter} there in winter and {summer} in summer.",
    ),
    "hours_all_year": Text(
        "{part}, {here}, is daar {there}, het hele jaar.", "{part}, {here}, is {there} there all year round."
    ),
    "from_to": Text("{start}–{end} uur", "{start}–{end}"),
    "open_points": Text("Nog uit te zoeken", "Still to find out"),
    "settled": Text(
        "Wat nog openstaat, verandert de uitkomst niet: die blijft {form}.",
        "What is still open does not change the outcome, which remains {form}.",
    ),
    "settled_ahead": Text(
        "Geen vraag die nog komt verandert het hoofdadvies. Wel bepalen die vragen hoe u het werk verdeelt en waar u "
        "op moet letten.",
        "No question still to come changes the main advice. They do decide how to divide the work and what to look "
        "out for.",
    ),
    "settled_unless": Text(
        "Geen vraag die nog komt verandert het hoofdadvies, tenzij u alsnog te weten komt: {labels}. Wel bepalen die "
        "vragen hoe u het werk verdeelt en waar u op moet letten.",
        "No question still to come changes the main advice, unless you find out after all: {labels}. They do decide "
        "how to divide the work and what to look out for.",
    ),
    "and_more": Text("en nog {count}", "and {count} more"),
    "may_still_win": Text("Nog mogelijk als uitkomst: {forms}.", "Still possible as the outcome: {forms}."),
    "ask_first": Text("Zoek dit het eerst uit: {labels}.", "Find this out first: {labels}."),
    "possible_answers": Text("Mogelijke antwoorden: {answers}.", "Possible answers: {answers}."),
    "mail_link": Text("Mail deze vragen aan: {role}", "Mail these questions to: {role}"),
    "mail_subject": Text(
        "Vragen voor een besluit over ons klantcontact", "Questions for a decision on customer contact"
    ),
    "mail_intro": Text(
        "Voor een besluit over ons klantcontact zoek ik een antwoord op deze vragen:",
        "For a decision on our customer contact I am looking for answers to these questions:",
    ),
    "ask_role": Text("Vraag het aan: {role}", "Ask: {role}"),
    "plan": Text("Plan in zeven stappen", "A plan in seven steps"),
    "plan_weeks": Text(
        "De weken tellen vanaf de dag waarop u begint; pas ze aan waar uw eigen agenda dat vraagt.",
        "Weeks count from the day you begin; adapt them where your own calendar asks for it.",
    ),
    "plan_starts": Text(
        "Dit plan begint op {date}; pas de data aan waar uw eigen agenda dat vraagt.",
        "This plan begins on {date}; adapt the dates where your own calendar asks for it.",
    ),
    "plan_step": Text("Stap {number}: {title}", "Step {number}: {title}"),
    "milestone": Text("Mijlpaal: {task}", "Milestone: {task}"),
    "week": Text("week {week}", "week {week}"),
    "weeks": Text("weken {first}–{last}", "weeks {first}–{last}"),
    "day_span": Text("{first} tot en met {last}", "{first} to {last}"),
    "other_forms": Text("Waarom niet een andere vorm", "Why not another form"),
    "form_score": Text("{form}: score {score}, {verdict}", "{form}: score {score}, {verdict}"),
    "no_arguments": Text("Geen van uw antwoorden pleit voor of tegen.", "None of your answers speaks for or against."),
    "direction_excludes": Text("Valt af omdat:", "Excluded because:"),
    "direction_for": Text("Ervoor:", "For:"),
    "direction_against": Text("Ertegen:", "Against:"),
    "direction_part": Text("Alleen voor een deel van het werk:", "For one part of the work only:"),
    "more_arguments": Text(
        "Minder zware argumenten die hier niet staan: {count}.", "Lighter arguments not shown here: {count}."
    ),
    "because_you_said": Text("U antwoordde: {answers}.", "You answered: {answers}."),
    "effect": Text("{effect} {criterion}", "{effect} {criterion}"),
    "findings": Text("Wat uit uw antwoorden blijkt", "What your answers show"),
    "answers": Text("Uw antwoorden", "Your answers"),
    "no_answers": Text("Geen.", "None."),
    "dont_know": Text("Weet ik niet", "I don't know"),
    "note": Text("Notitie: {note}", "Note: {note}"),
    "set_aside": Text(
        "Opzij gezet, omdat de vraag niet meer van toepassing is", "Set aside, because the question no longer applies"
    ),
    "rulebook": Text("Kennis van {version}, kenmerk {hash}.", "Knowledge as of {version}, reference {hash}."),
    "terms_used": Text("Begrippen in dit advies", "Terms in this advice"),
}
