import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { drawDoorCode, type Purpose } from '#app/outsiders/doors/door_code'
import { howToReach, sayByTelephone } from '#app/outsiders/doors/telephone'

const WHY: Partial<Record<Purpose, string>> = {
  sign_up: 'pour ouvrir votre compte',
  reassigned: 'pour ouvrir un nouveau compte ; ce numéro quitte alors celui qu’il ouvre déjà',
  recovery: 'pour retrouver votre compte',
  second_step: 'pour vous connecter',
  link: 'pour relier votre compte',
  contact: 'pour confirmer ce numéro',
}

/**
 * Draws the code of a door and has it said by telephone: written to a mobile, spoken elsewhere.
 * Nothing is drawn before, and a number that opens nothing hears nothing.
 */
export const sayDoorCode = defineJob<{ codeId: string }>({
  name: 'outsiders.say_door_code',
  title: 'Dire un code de connexion à un usager par téléphone',
  onGiveUp: { nobodyNeeds: 'the person hears nothing and asks again; the operator sees the job' },
  queue: 'outside',
  async handle({ codeId }) {
    const drawn = await drawDoorCode(codeId)
    const why = drawn && WHY[drawn.row.purpose]
    if (!drawn || !why) return
    const { address } = drawn.row
    const text = howToReach(address) === 'sms' ? written(drawn.code, why) : spoken(drawn.code, why)
    await sayByTelephone(address, text)
  },
})

const written = (code: string, why: string) =>
  `Halle : ${code.slice(0, 3)} ${code.slice(3)} est votre code ${why}. Ne le donnez à personne. ${new URL(appUrl).host}`

/** Twice, figure by figure: whoever listens writes. */
function spoken(code: string, why: string): string {
  const figures = [...code].join(', ')
  return `Bonjour, voici votre code Halle ${why}. ${figures}. Je répète : ${figures}. Ne le donnez à personne.`
}
