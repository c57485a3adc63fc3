/** Cards dealt in chance order, each as often as it is in the deck, before any comes again. */
export interface Deck<Card> {
  draw(): Card;
}

export function deckOf<Card>(cards: readonly Card[], random: () => number): Deck<Card> {
  let left: Card[] = [];
  return {
    draw: () => {
      if (left.length === 0) left = [...cards];
      const [card] = left.splice(Math.floor(random() * left.length), 1);
      if (card === undefined) throw new RangeError('an empty deck');
      return card;
    },
  };
}
