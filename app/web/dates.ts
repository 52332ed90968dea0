import { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import * as french from '#lib/french/dates'
import type { Moment } from '#lib/french/paris'
import { since as frenchSince } from '#lib/french/since'
import { toTheSecond as frenchToTheSecond } from '#lib/french/to_the_second'
import { type DateWords, dateWords } from '#lib/languages/date_words'
import { isLanguage, type Language } from '#lib/languages/languages'
import { piecesOf, saidTwice, type Piece } from '#lib/languages/said_twice'
import { LocalDate } from '#lib/values'
import { clock } from '#kernel/clock'

/** The language of dates of who reads this page; null for French, and for whom we do not know. */
export function datesLanguage(ctx: HttpContext | null): Language | null {
  const chosen = ctx?.auth?.user?.datesLanguage
  return isLanguage(chosen) ? chosen : null
}

/**
 * What a screen says of a moment, `french`, and how it is said to who chose a language. For texts of
 * pages only, which `view_middleware` finishes: a mail, a file, an answer to a program, a thing that
 * is kept say their dates with #lib/french.
 */
export function said(french: string, other: (words: DateWords) => string): string {
  const language = datesLanguage(HttpContext.get())
  return language ? saidTwice(french, other(dateWords(language))) : french
}

/** A legal day too, as its column gives it. */
export function day(at: Moment | LocalDate): string {
  const moment = at instanceof LocalDate ? at.toString() : at
  return said(french.day(moment), (words) => words.day(moment))
}

export const longDay = (at: Moment) => said(french.longDay(at), (words) => words.longDay(at))
export const hour = (at: Moment) => said(french.hour(at), (words) => words.hour(at))
export const dayAndHour = (at: Moment) =>
  said(french.dayAndHour(at), (words) => words.dayAndHour(at))

export function relative(at: Moment, now: Moment = clock.now()): string {
  return said(french.relative(at, now), (words) => words.relative(at, now))
}

export function relativeDay(at: Moment, today: Moment = clock.now()): string {
  return said(french.relativeDay(at, today), (words) => words.relativeDay(at, today))
}

export function since(at: Moment, now: Moment = clock.now()): string {
  return said(frenchSince(at, now), (words) => words.since(at, now))
}

/** « novembre 2026 », of a day in it. */
export const month = (at: Moment) =>
  said(french.day(at).replace(/^\S+ /, ''), (words) => words.month(at))

/** In a zone; thousandths of a second when one decides. */
export function toTheSecond(at: DateTime, zone: string, thousandths = false): string {
  const there = at.setZone(zone)
  return said(frenchToTheSecond(there, thousandths ? '.SSS' : ''), (words) =>
    words.toTheSecond(there, thousandths)
  )
}

/** What was said, for a script that draws it. */
export function spoken(text: string): Piece[] {
  const language = datesLanguage(HttpContext.get())
  return language ? piecesOf(text, language) : [{ text }]
}

/** What views call `fr.day`, `fr.relative`… on the pages of who chose a language. */
export const spokenDates = {
  ...{ day, longDay, hour, dayAndHour, toTheSecond },
  relative: (at: Moment) => relative(at),
  relativeDay: (at: Moment) => relativeDay(at),
}
