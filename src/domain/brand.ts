declare const brand: unique symbol;

/** A primitive that only the parser of its own kind can make, so that one id is never passed for another. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
