import type { Connection } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes';

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
const datetime = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.DATETIME);

/** What loans can be searched by in Temporal. A SQL store has 10 keyword and 3 datetime slots: one keyword is left. */
export const SEARCH_ATTRIBUTES = [
  keyword('LoanStage'),
  keyword('ProductCode'),
  keyword('DecisionRoute'),
  keyword('ApproverLevel'),
  keyword('OverdueBucket'),
  keyword('RiskGrade'),
  keyword('Channel'),
  keyword('ParkedReason'),
  keyword('CustomerId'),
  datetime('NextDueAt'),
  datetime('WaitingSince'),
  datetime('OverdueSince'),
];

const typeCode = ({ name, type }: (typeof SEARCH_ATTRIBUTES)[number]): number => {
  const code = encodeSearchAttributeIndexedValueType(type);
  if (code === undefined) throw new Error(`search attribute ${name} has the unknown type ${type}`);
  return code;
};

/** Registers all of them on a server that is known to have none. */
export async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const searchAttributes = Object.fromEntries(SEARCH_ATTRIBUTES.map((key) => [key.name, typeCode(key)]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

/** Registers what is missing and returns its names; a name that is registered with another type is an error. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter(({ name }) => customAttributes[name] === undefined);
  const different = SEARCH_ATTRIBUTES.find(
    (key) => !missing.includes(key) && customAttributes[key.name] !== typeCode(key),
  );
  if (different) {
    throw new Error(
      `search attribute ${different.name} of namespace ${namespace} should be of type ${different.type} and is of another: remove it there, then run this again`,
    );
  }
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map((key) => [key.name, typeCode(key)]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  return missing.map(({ name }) => name);
}
