/**
 * What a state means to the person who reads it, in five words: each has a shape and a colour.
 * Whoever names a state gives it one of them (docs/GLOSSARY.md).
 */
export type Meaning = 'waiting' | 'doing' | 'done' | 'trouble' | 'plain'
