/** Words of the invented news sentences. Verbs: base form, or base:past:participle; `+` doubles the last letter. Invented or generally known names. */
const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

export const PLACES =
  list(`Quetta, Belfast, Mosul, Kabul, Maiduguri, Tripoli, Aden, Donetsk, Bogota, Manila, Goma, Juba, Srinagar, Helmand, Borno, Idlib, Darfur, Kivu,
Karachi, Lagos, Nairobi, Cairo, Homs, Raqqa, Gao, Bamako, Marawi, Rakhine, Tigray, Kherson, Gaza, Hebron, Beirut, Basra, Kirkuk, Cali, Lima, Oaxaca, Ankara, Paris, Lyon,
Brussels, London, Oslo, Geneva, Baghdad, Damascus, Sanaa, Khartoum, Mogadishu, Kismayo, Somalia, Yemen, Syria, Iraq, Sudan, Mali, Niger, Nigeria, Kenya, Colombia, Peru,
El Salvador, Sri Lanka, San Vicente, South Sudan, Port Sudan, New Delhi, Cabo Delgado, Burkina Faso, San Salvador, Saudi Arabia`);
export const NATIONS = list(
  'Israeli, Turkish, Iraqi, Syrian, Afghan, Nigerian, Somali, Russian, Ukrainian, Colombian, Indian, Pakistani, French, American, British, Iranian, Sudanese, Kurdish, Palestinian, Burmese, Egyptian, Libyan, Malian',
);
export const GIVEN = list(
  'Ahmed, Maria, Joseph, Fatima, Ivan, Luis, Omar, Amina, David, Elena, Yusuf, Carlos, Grace, Peter, Nadia, Samuel, Abdul, Chen, Rajesh, Anna',
);
export const FAMILY = list(
  'Haddad, Moreno, Okoro, Petrov, Khan, Silva, Diallo, Kaya, Navarro, Osman, Rahimi, Mendes, Barzani, Nguyen, Lopez, Banda, Farah, Karimi, Duarte, Sharma',
);
export const GROUPS = list(
  'al-Shabab, Hamas, Hezbollah, ISIS, Boko Haram, Taliban, FARC, ELN, Al-Qaeda, PKK, RSF, M23, Fatah, Wagner, FMLN, Houthis',
);
export const TITLES = list(
  'President, Prime Minister, General, Colonel, Captain, Senator, Judge, Governor, Mayor, Gen., Col., Lt. Gen., Mr., Dr.',
);

/** Those who act, in the plural and in the singular. */
export const ACTORS =
  list(`gunmen, militants, soldiers, troops, police, rebels, fighters, insurgents, guerrillas, protesters, demonstrators, villagers, attackers, bandits,
pirates, separatists, extremists, jihadists, terrorists, assailants, officers, commandos, paratroopers, militiamen, kidnappers, tribesmen, herders, rioters, looters, settlers,
marines, agents, guards, forces, paramilitaries, peacekeepers, warplanes, jets, helicopters, drones, tanks, authorities, officials, prosecutors, investigators`);
export const ACTOR =
  list(`gunman, bomber, soldier, man, officer, mob, crowd, court, army, government, state, kingdom, faction, patrol, militia, group, navy, union, party, coalition,
parliament, president, minister, judge, suspect, policeman, teenager, woman, sniper, cell, gang, cartel, junta, regime, council, commander, police, warplane, drone, hitman,
attacker, driver, general, rebel, leader, assailant, military, ministry, pope, mayor, prosecutor, guerrilla, militant, convict, fugitive`);
export const PEOPLE =
  list(`farmers, soldiers, civilians, people, men, women, children, students, policemen, nuns, priests, villagers, prisoners, hostages, workers, journalists,
protesters, miners, teachers, aid workers, activists, tourists, militants, rebels, officers, recruits, refugees, pilgrims, worshippers, passengers, suspects, lawmakers, judges,
nurses, doctors, detainees, girls, boys, migrants, peasants, missionaries, contractors, marines, guards, deserters, monks, shepherds, fishermen, marchers, insurgents`);
export const PERSON =
  list(`journalist, mayor, priest, judge, soldier, general, union leader, student, teacher, farmer, senator, governor, policeman, woman, man, activist, lawyer,
hostage, nun, militant, commander, diplomat, engineer, girl, boy, bishop, candidate, minister, reporter, suspect, pilot, peacekeeper, opposition leader, prisoner, spy, cleric`);
export const SITES =
  list(`market, village, airport, embassy, mosque, church, school, hospital, checkpoint, police station, town, bridge, camp, base, hotel, bank, convoy, bus, train,
refinery, pipeline, barracks, prison, parliament, radio station, courthouse, border, port, university, stadium, outpost, headquarters, city, town hall, warehouse, bus station, road,
capital, palace, compound, consulate, power plant, farm, mine, square, ministry, house, ship, tanker, temple, dam, valley, hill, island`);
export const BOMBS = list(
  'bomb, car bomb, roadside bomb, mine, grenade, device, rocket, shell, missile, mortar, truck bomb, landmine, suicide bomber, parcel bomb, explosion, blast, charge, air strike, land mine',
);
export const WEAPONS = list(
  'rifles, knives, explosives, grenades, machetes, rockets, machine guns, tear gas, rubber bullets, mortars, axes, drones, dynamite, artillery, automatic weapons, petrol bombs, stones, clubs',
);
export const EVENTS =
  list(`attack, killing, bombing, raid, coup, massacre, shooting, protest, riot, strike, arrest, kidnapping, execution, assassination, ambush, offensive, siege, blast,
invasion, clash, crackdown, march, demonstration, election, ceasefire, deal, truce, decision, murder, shelling, beating, abduction, rape, torture, clashes, killings, attacks, arrests`);
export const THINGS =
  list(`agreement, peace deal, truce, law, curfew, state of emergency, statement, ceasefire, report, resolution, sanctions, talks, aid, weapons, reinforcements, warships,
tanks, charges, negotiations, ransom, embargo, amnesty, investigation, offensive, operation, elections, protests, demand, plan, inquiry, ban, blockade`);

export const DO_TO_PEOPLE =
  list(`kill, wound, injure, arrest, detain, kidnap+, abduct, execute, behead, shoot:shot:shot, ambush, attack, torture, release, free, hang, beat:beat:beaten, expel+,
deport, jail, rape, murder, assassinate, stab+, capture, seize, hold:held:held, question, evacuate, rescue, poison, threaten, slay:slew:slain, target, massacre, lynch, acquit+, pardon,
flog+, whip+, rob+, surround, mutilate, harass, imprison, intimidate, sentence, convict, exile, indict, interrogate, round up, gun+ down, mow down, take:took:taken hostage, shoot:shot:shot dead,
burn:burnt:burnt alive, set:set:set free, beat:beat:beaten up, shoot:shot:shot down, blow:blew:blown up, track down`);
export const DO_TO_SITES =
  list(`bomb, shell, seize, capture, recapture, retake:retook:retaken, attack, storm, raid, loot, torch, burn, destroy, damage, occupy, besiege, overrun:overran:overrun, strike:struck:struck,
bombard, blockade, abandon, liberate, enter, leave:left:left, surround, evacuate, close, reopen, hit:hit:hit, strafe, ransack, sack, pillage, vandalise, blow:blew:blown up, hijack, invade, defend, lose:lost:lost,
search, patrol+, take:took:taken, set:set:set ablaze, take:took:taken over, burn down, cordon off, flatten, rake, demolish, sabotage, breach, shut:shut:shut down, block, control+, regain`);
export const DO_TO_THINGS =
  list(`sign, launch, impose, lift, reject, suspend, announce, condemn, denounce, deny, demand, approve, send:sent:sent, deploy, break:broke:broken, violate, extend, declare, propose,
offer, postpone, cancel+, adopt, call off, welcome, support, oppose, open, order, ban+, criticise, begin:began:begun, resume, end, hold:held:held, break:broke:broken off, accept, join, seek:sought:sought, smuggle, deliver, veto, block, back, plan+, resist, draft`);
/** Verbs without an object, with the preposition that follows. */
export const MOVES =
  list(`clash with G, protest against E, march on S, flee:fled:fled from S, retreat from S, withdraw:withdrew:withdrawn from P, escape from S, surrender to G, advance on P,
gather outside S, rally against E, defect to G, arrive in P, fight:fought:fought with G, fire on G, open:opened:opened, die in P, collapse in P, demonstrate in P, riot in P, return to P, land near P,
converge on S, cross into P, pull out of P, break:broke:broken into S, storm into S, walk out of S, move into S, negotiate with G, meet:met:met with G, agree to E, vote on E, call for E, appeal for E,
respond to E, shoot:shot:shot at G, march through P, turn against G, split:split:split from G, drive:drove:driven into G, crash into S, disappear in P, go:went:gone on, drown off P, mutiny in P, burst:burst:burst into S,
take:took:taken part in E, react to E, suffer from E, testify in P, resign over E, speak:spoke:spoken with G, retaliate for E, struggle with G, pour into S, infiltrate into P, apologise for E`);
export const BLASTS = list(
  'explode, detonate, blow:blew:blown up, go:went:gone off, land, hit:hit:hit, strike:struck:struck, fall:fell:fallen, explode, explode, tear:tore:torn through, rip+ through, rock, shake:shook:shaken',
);
/** A verb with its fixed object and the preposition that follows. */
export const IDIOMS =
  list(`open:opened:opened fire on G, set:set:set fire to S, take:took:taken control of S, carry out attack on S, claim responsibility for E, pledge allegiance to G, declare war on G,
lay:laid:laid siege to S, exchange fire with G, bring:brought:brought charges against G, impose sanctions on G, lose:lost:lost control of S, launch offensive against G, throw:threw:thrown stones at G,
fire shots at G, fire rockets at S, hurl grenades at S, declare ceasefire with G, sign agreement with G, break:broke:broken ties with G, seize control of P, stage protest outside S, hold:held:held talks with G,
plant bomb near S, demand release of G, demand ransom for G, blame G for E, accuse G of E, charge G with E, stage coup in P, make:made:made threats against G, take:took:taken revenge for E, send:sent:sent troops to P,
supply weapons to G, provide aid to G, drop+ leaflets over P, lift siege of P, rain missiles on P, deny involvement in E, give:gave:given shelter to G, play role in E`);
export const SAY = list(
  'say:said:said, report, claim, deny, announce, warn, confirm, add, insist, allege, state, acknowledge, tell:told:told reporters, declare, reveal, promise',
);
export const ADJECTIVES = list(
  'armed, masked, unidentified, suspected, heavily armed, unarmed, young, local, foreign, senior, rival, injured, alleged, former, wanted, Islamist, Maoist, Shiite, right-wing, unknown, pro-government, elderly, several, dozens of, hundreds of, scores of, thousands of',
);
export const DAYS = list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
export const MONTHS = list('January, February, March, April, June, July, August, September, October, November, December');
export const NUMBERS = list(
  'two, three, four, five, six, seven, eight, nine, ten, 11, 12, 17, 20, 35, 40, 60, 100, 250, 1,500, three hundred',
);
