// @ts-check
/**
 * The mistake that the kills are there to find: the ledger moves in a transaction of its own, after
 * the one that stored the signatures.
 */

/** @typedef {import('../../../plugins/campaign-actions/server/src/signature/books.js').DurableBooks} DurableBooks */

/** @type {import('../serve.mjs').Double} */
export const play = (strapi) => {
  /** @type {DurableBooks} */
  const books = strapi.plugin('campaign-actions').service('books');
  const together = books.durably.bind(books);
  books.durably = async (work) => {
    /** @type {Parameters<typeof books.ledger.move>[]} */
    const moves = [];
    const move = (/** @type {Parameters<typeof books.ledger.move>} */ ...args) => {
      moves.push(args);
      return Promise.resolve();
    };
    const answer = await together((inside) =>
      work({ ...inside, ledger: { ...inside.ledger, move } }),
    );
    for (const args of moves) await books.ledger.move(...args);
    return answer;
  };
};
