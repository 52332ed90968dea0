/** Our own engine for Schematron schemas: compiled once, linear on a hundred thousand lines. */
export { broken, type Broken } from './schematron/judge.js'
export { compileSheet, type Sheet } from './schematron/sheet.js'
