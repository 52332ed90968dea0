/** An explanation for the person; anything else is a fault of ours. */
export class Explained extends Error {}

/** Sends a JSON body to a page of ours and reads its answer; throws Explained. */
export async function post(address, token, body) {
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'accept': 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': token,
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Explained(
      'La connexion a été coupée. Rouvrez le dossier : s’il attend encore votre signature, recommencez.'
    )
  })
  const said = await answer.json().catch(() => ({}))
  if (!answer.ok) {
    throw new Explained(
      said.title ?? 'Le serveur n’a pas pu répondre. Essayez de nouveau dans un instant.'
    )
  }
  return said
}
