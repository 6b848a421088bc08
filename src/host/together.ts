/**
 * Waits for all, also where one fails, so that every cause is reported at once.
 * @throws the error of the only one that failed, or an AggregateError with those of all.
 */
export async function allTogether<const Values extends readonly unknown[]>(
  tasks: { readonly [K in keyof Values]: Promise<Values[K]> },
): Promise<Values> {
  const settled = await Promise.allSettled(tasks);
  const errors = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (errors.length > 1) throw new AggregateError(errors);
  if (errors.length === 1) throw errors[0];
  return settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined)) as unknown as Values; // none is rejected, so each has its value
}
