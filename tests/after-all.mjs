// @ts-check
/** @typedef {{ storiesPostgres?: { stop: () => Promise<void> } }} Run */

export default async function afterAll() {
  await /** @type {Run} */ (globalThis).storiesPostgres?.stop();
}
