import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { once } from './once.js'

const CUT = 'Le serveur n’a pas répondu. Vérifiez votre connexion, puis recommencez.'
const FAILED = 'Votre appareil n’a pas répondu. Recommencez, ou utilisez votre mot de passe.'
/** WebAuthn knows names and no IP address. */
const isNamed = !/^[\d.]+$|^\[/.test(location.hostname)
const able = () => isNamed && browserSupportsWebAuthn()

/** Every page that offers keys carries a form, and the token of that form. */
const token = () => document.querySelector('input[name="_csrf"]').value

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'accept': 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': token(),
    },
    body: JSON.stringify(body),
  }).catch(() => null)
  const answer = await response?.json().catch(() => null)
  if (response?.ok && answer) return answer
  throw new Error(answer?.errors?.[0]?.message ?? answer?.title ?? CUT)
}

/** Asks, lets the device answer, hands its answer over; says what failed. */
async function converse(part, body, answerOf) {
  const error = part.querySelector('[data-passkey-error]')
  error.hidden = true
  try {
    const optionsJSON = await post(part.dataset.options, body)
    const answer = await answerOf({ optionsJSON }).catch(() => {
      throw new Error(FAILED)
    })
    const { next } = await post(part.dataset.answer, answer)
    location.assign(next)
  } catch (failure) {
    error.textContent = failure.message
    error.hidden = false
  }
}

function register(event) {
  const form = event.target.closest('[data-passkey-form]')
  if (!form || !able()) return
  event.preventDefault()
  const { name, current_password } = Object.fromEntries(new FormData(form))
  converse(form.closest('[data-passkey]'), { name, current_password }, startRegistration)
}

function login(event) {
  const button = event.target.closest('[data-passkey-start]')
  if (button) converse(button.closest('[data-passkey]'), {}, startAuthentication)
}

const listen = once(() => {
  document.addEventListener('submit', register, true)
  document.addEventListener('click', login)
})

/** Offers keys where the browser has them. */
export function start() {
  for (const part of document.querySelectorAll('[data-passkey]')) {
    const unable = part.querySelector('[data-passkey-unable]')
    if (part.dataset.passkey === 'login') part.hidden = !able()
    if (unable) unable.hidden = able()
  }
  listen()
}
