import { type Driver, type Plan } from 'neo4j-driver';

/** What the planner would do, from the last operator to the first: names, with what they work on. */
export async function planOf(
  driver: Driver,
  { name, text }: { readonly name: string; readonly text: string },
  parameters: object,
): Promise<readonly string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters, { database: 'neo4j' });
  if (summary.plan === false) throw new Error(`Expected a plan of ${name}, but the database gave none.`);
  return operators(summary.plan);
}

function operators({ operatorType, arguments: { Details }, children }: Plan): readonly string[] {
  return [`${operatorType.replace(/@.*/, '')} ${Details ?? ''}`, ...children.flatMap(operators)];
}

/** Operators that read everything of a kind. */
export const scans =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|PartitionedNodeByLabelScan|IntersectionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|DirectedRelationshipIndexScan)\b/;
