import { FAULTS, type Fault } from './faults.js'
import type { Account } from './options.js'

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const page = (title: string, body: string) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
<style>
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
button { font: inherit; text-align: left; width: 100%; padding: .5rem .75rem; margin: .2rem 0 }
</style>
<h1>${escaped(title)}</h1>${body}</html>`

/** Whom to be: the demonstration asks no password. */
export function choicePage(name: string, action: string, accounts: Account[]): string {
  const choices = accounts.map(
    ({ login, label }) =>
      `<button name="login" value="${escaped(login)}">${escaped(label)}</button>`
  )
  return page(
    `${name}, pour la démonstration`,
    `<p>Ces personnes n’existent pas. Choisissez qui vous êtes.</p>
    <form method="post" action="${escaped(action)}">${choices.join('')}
    <p><button name="renonce" value="1">Ne pas continuer</button></p></form>`
  )
}

/** What the provider is told to do wrong, and what it holds. */
export function consolePage(name: string, fault: Fault, sessions: number): string {
  const choices = Object.entries(FAULTS).map(
    ([value, label]) =>
      `<button name="fault" value="${value}"${value === fault ? ' aria-pressed="true"' : ''}>${value === fault ? '● ' : ''}${escaped(label)}</button>`
  )
  return page(
    `${name} : pannes`,
    `<p>En ce moment : ${escaped(FAULTS[fault])}. Sessions ouvertes : ${sessions}.</p>
    <form method="post">${choices.join('')}</form>`
  )
}

export const errorPage = (name: string, code: string, text: string): string =>
  page(`${name} : erreur ${code}`, `<p>${escaped(text)}</p>`)

export const goodbyePage = (name: string): string => page(`${name} : vous êtes déconnecté`, '')
