/**
 * The definitions that lists and answers share: which ways lead from something to what is found under it. Each way is a
 * pattern from `it`, the thing that is named, to `n`, what is found.
 */

/** What lies in a place: units of its bodies, what governs it or is based there, smaller places. */
export const DOWN = 'PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION';

/** From a place or a body to itself and to all that lies below it. */
export const BELOW = `(it)<-[:${DOWN}*0..8]-()`;

/**
 * People: under an axis or a theme by their own positions and themes, or by the programs listed under their body; under a
 * place by work with what lies there, or by a position that names it; under a network as members or through a member.
 */
export const peopleUnder = {
  institutions: ['(it)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(n)'],
  networks: ['(it:Network)<-[:MEMBER_OF*0..1]-()<-[:AFFILIATED_WITH*0..1]-(n)'],
  axes: [
    '(it)<-[:UNDER_AXIS]-(:Program)-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)',
    '(it)<-[:UNDER_AXIS]-(:Theme)<-[:ABOUT]-(:Person|Position)<-[:HOLDS*0..1]-(n)',
  ],
  themes: [
    '(it)<-[:ABOUT]-(:Program)-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)',
    '(it)<-[:ABOUT]-(:Person|Position)<-[:HOLDS*0..1]-(n)',
  ],
  places: [
    `${BELOW}-[:AFFILIATED_WITH|MEMBER_OF|RUNS|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n)`,
    `${BELOW}<-[:NAMES]-()<-[:HOLDS]-(n)`,
  ],
} as const;

/** Organizations and government entities; their places are where they lie, and where what they work with lies. */
export const bodiesUnder = {
  institutions: ['(it)<-[:PART_OF*0..8]-(n)'],
  networks: ['(it)<-[:MEMBER_OF]-(n)'],
  themes: ['(it)<-[:ABOUT]-(n)'],
  places: [
    `(it)<-[:${DOWN}*1..8]-(n)`,
    `${BELOW}-[:MEMBER_OF|RUNS|WITH_PARTNER|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n)`,
  ],
} as const;

/** Government entities besides: by the programs that are listed under them. */
export const governmentEntitiesUnder = {
  axes: ['(it)<-[:UNDER_AXIS]-()-[:LISTED_UNDER]->(n)'],
  themes: [...bodiesUnder.themes, '(it)<-[:ABOUT]-()-[:LISTED_UNDER]->(n)'],
} as const;

/** Programs: under an axis only by their own placement. */
export const programsUnder = {
  axes: ['(it)<-[:UNDER_AXIS]-(n)'],
  themes: ['(it)<-[:ABOUT]-(n)'],
  governmentEntities: ['(it)<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(n)'],
  networks: ['(it:Network)-[:WITH_PARTNER|RUNS]-(n)'],
  partners: [`${BELOW}<-[:WITH_PARTNER]-(n)`],
  places: [`${BELOW}-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n)`],
} as const;

/** Partners that programs name: under a network as the network or a member, under a place as the place or what lies in it. */
export const partnersUnder = {
  networks: ['(it:Network)<-[:MEMBER_OF*0..1]-(n)'],
  places: [`(it)<-[:${DOWN}*0..8]-(n)`],
} as const;

/** What is found under a sector goes through the people who took part in it; `it` is such a person. */
export const byParticipant = {
  programs: ['(it)-[:AFFILIATED_WITH]->()-[:PART_OF*0..8]->()-[:LISTED_UNDER|RUNS|WITH_PARTNER]-(n)'],
  partners: ['(it)-[:AFFILIATED_WITH*0..1]->()-[:PART_OF*0..8]->(n)'],
} as const;

/** Actors of any kind: what holds for people, for bodies or for government entities; and under an axis by a theme of it. */
export const actorsUnder = {
  networks: peopleUnder.networks,
  axes: [...peopleUnder.axes, ...governmentEntitiesUnder.axes, '(it)<-[:UNDER_AXIS]-(:Theme)<-[:ABOUT]-(n)'],
  themes: [...peopleUnder.themes, ...governmentEntitiesUnder.themes],
  places: [...peopleUnder.places, ...bodiesUnder.places],
} as const;
