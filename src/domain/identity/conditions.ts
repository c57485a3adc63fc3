/**
 * What is asked before a card may be mailed: `inPerson` ご本人が来ている, `residentHere` ここに住民票がある, `movesAway`
 * ほかの市区町村へ引っ越す予定, `changesHere` 市内の引っ越しや氏名の変更の予定, `forwardsMail` 郵便の転送.
 */
export const conditions = ['inPerson', 'residentHere', 'movesAway', 'changesHere', 'forwardsMail'] as const;
export type Condition = (typeof conditions)[number];

/**
 * What an answer means: go on; apply, but collect the card at the office (交付時来庁); or do something else first,
 * because an application made now would be void.
 */
export type ConditionMeaning = 'proceed' | 'collectAtOffice' | 'otherWay';

const meanings: Readonly<Record<Condition, { readonly yes: ConditionMeaning; readonly no: ConditionMeaning }>> = {
  inPerson: { yes: 'proceed', no: 'collectAtOffice' },
  residentHere: { yes: 'proceed', no: 'collectAtOffice' },
  movesAway: { yes: 'otherWay', no: 'proceed' },
  changesHere: { yes: 'collectAtOffice', no: 'proceed' },
  forwardsMail: { yes: 'collectAtOffice', no: 'proceed' },
};

export type ConditionAnswers = Readonly<Partial<Record<Condition, boolean>>>;

/** The answers with which a card can be mailed: one touch gives them all, once all were asked. */
export const mailableAnswers: Readonly<Record<Condition, boolean>> = {
  inPerson: true,
  residentHere: true,
  movesAway: false,
  changesHere: false,
  forwardsMail: false,
};

/**
 * What an answer means. `isMailedElsewhere`: the card of a resident of another municipality is mailed by that one,
 * which takes part.
 */
export function meaningOf(condition: Condition, answer: boolean, isMailedElsewhere = false): ConditionMeaning {
  if (condition === 'residentHere' && isMailedElsewhere) return 'proceed';
  return answer ? meanings[condition].yes : meanings[condition].no;
}

export type ConditionReading =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'unanswered'; readonly conditions: readonly Condition[] }
  | { readonly kind: Exclude<ConditionMeaning, 'proceed'>; readonly because: readonly Condition[] };

/** Judges the answers given so far: what stands against mailing is said at once, not after the last question. */
export function judgeConditions(answers: ConditionAnswers, isMailedElsewhere = false): ConditionReading {
  for (const kind of ['otherWay', 'collectAtOffice'] as const) {
    const because = conditions.filter((condition) => {
      const answer = answers[condition];
      return answer !== undefined && meaningOf(condition, answer, isMailedElsewhere) === kind;
    });
    if (because.length > 0) return { kind, because };
  }
  const unanswered = conditions.filter((condition) => answers[condition] === undefined);
  return unanswered.length > 0 ? { kind: 'unanswered', conditions: unanswered } : { kind: 'proceed' };
}
