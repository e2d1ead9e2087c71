/**
 * A hub has more facts, of whatever kinds, than this share of the number of all entities: what touches so much says
 * little about the two that it joins. At the size of the seeds that is 15 facts: the city and its government are hubs,
 * a ministry is none.
 */
const HUB_SHARE = 0.02;

/** In a small graph a share is a fact or two: nothing with as few facts as these is a hub. */
const FEWEST_FACTS = 10;

/** Cypher for how many facts an entity may have without being a hub. The database stores how many entities there are. */
export const mostWithoutHub = `CASE WHEN COUNT { (:Entity) } * ${HUB_SHARE} < ${FEWEST_FACTS} THEN ${FEWEST_FACTS} ELSE toInteger(COUNT { (:Entity) } * ${HUB_SHARE}) END`;
