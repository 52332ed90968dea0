/**
 * Files made by strangers are never read where pages are served: each is read in a thread that has
 * a deadline, a bounded memory and a short queue. A room declares what is to be done with
 * `defineReading`, and calls it as a function.
 */
export { defineReading, isReadingFull } from './reading/define_reading.js'
export { FileTooComplex, FileTooHeavy, ReadingBusy } from '#lib/reading/errors'
