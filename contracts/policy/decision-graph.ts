import { z } from 'zod';

const Expression = z.string().max(500);

const Column = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  field: z.string().optional(),
  type: z.string().optional(),
});

const Edge = z.strictObject({
  id: z.string(),
  sourceId: z.string(),
  targetId: z.string(),
  type: z.literal('edge').optional(),
  sourceHandle: z.string().optional(),
});

const base = {
  id: z.string(),
  name: z.string(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
};

const TableNode = z.strictObject({
  ...base,
  type: z.literal('decisionTableNode'),
  content: z.strictObject({
    hitPolicy: z.enum(['first', 'collect']),
    inputs: z.array(Column).min(1),
    outputs: z.array(Column).min(1),
    /** Cells by column id, with `_id` naming the row and `_description` saying why it is there. */
    rules: z.array(z.record(z.string(), Expression)).min(1),
    passThrough: z.boolean().optional(),
    inputField: z.string().nullable().optional(),
    outputPath: z.string().nullable().optional(),
    executionMode: z.enum(['single', 'loop']).optional(),
  }),
});

/**
 * A decision graph in JDM form (the format of the table editor and of zen-engine), narrowed to tables: no script
 * nodes, so that a rule can always be read, compared and traced row by row.
 */
export const DecisionGraph = z.strictObject({
  contentType: z.literal('application/vnd.gorules.decision').optional(),
  nodes: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ ...base, type: z.literal('inputNode') }),
        z.strictObject({ ...base, type: z.literal('outputNode') }),
        TableNode,
      ]),
    )
    .min(3),
  edges: z.array(Edge).min(2),
});
export type DecisionGraph = z.infer<typeof DecisionGraph>;
export type DecisionTableNode = z.infer<typeof TableNode>;
