/** Reasons that a status may give (MDT-113), by status (XP Z12-012, annex A, life cycle). */
const REFUSED =
  'TX_TVA_ERR MONTANTTOTAL_ERR CALCUL_ERR NON_CONFORME DOUBLON DEST_ERR TRANSAC_INC EMMET_INC CONTRAT_TERM DOUBLE_FACT CMD_ERR ADR_ERR REF_CT_ABSENT'
const PARTLY =
  'AUTRE CMD_ERR SIRET_ERR CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR PU_ERR REM_ERR QTE_ERR ART_ERR MODPAI_ERR QUALITE_ERR LIVR_INCOMP'

const list = (text: string): readonly string[] => text.split(' ')

export const REASONS: Record<string, readonly string[]> = {
  200: list('NON_TRANSMISE'),
  206: list(PARTLY),
  207: list(
    `${PARTLY} COORD_BANC_ERR TX_TVA_ERR MONTANTTOTAL_ERR CALCUL_ERR NON_CONFORME DOUBLON DEST_INC DEST_ERR TRANSAC_INC EMMET_INC CONTRAT_TERM DOUBLE_FACT ADR_ERR`
  ),
  208: list('JUSTIF_ABS COORD_BANC_ERR CMD_ERR SIRET_ERR CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR'),
  210: list(REFUSED),
  213: list(
    'MONTANTTOTAL_ERR CALCUL_ERR DOUBLON DEST_INC ADR_ERR REJ_SEMAN REJ_UNI REJ_COH REJ_ADR REJ_CONT_B2G REJ_REF_PJ REJ_ASS_PJ'
  ),
  221: list('ROUTAGE_ERR'),
  501: list(
    'IRR_VIDE_F IRR_TYPE_F IRR_SYNTAX IRR_TAILLE_PJ IRR_NOM_PJ IRR_VID_PJ IRR_EXT_DOC IRR_TAILLE_F IRR_ANTIVIRUS IRR_NOM_F'
  ),
}

/** What Chorus Pro, in the name of a public buyer, may give besides when it refuses (210). */
export const REFUSED_BY_PUBLIC_BUYER = list(
  `${REFUSED} RETRAIT_MAN_SERV ST_CT_NON_DECLAR SUPPR_COMP_AVOIR TRANSF_PMNT_REGIE AUTRE COORD_BANC_ERR LIVR_INCOMP`
)

/** Every reason, whatever the status; one has no status of its own. */
export const ALL_REASONS: ReadonlySet<string> = new Set([
  ...Object.values(REASONS).flat(),
  ...REFUSED_BY_PUBLIC_BUYER,
  'CONTACT_ACHTR',
])

/** Statuses that are nothing without a reason. */
export const NEEDS_REASON = ['206', '207', '208', '210', '213', '501']

export const STATUSES = list(
  '200 201 202 203 204 205 206 207 208 209 210 211 212 213 214 220 221 224 225 226 227 228 250 251 300 301 400 401 500 501 601'
)
export const ACTIONS = list('NOA PIN NIN CNF CNP CNA OTH')
export const CHARACTERISTICS = list('MEN MPA RAP ESC RAB REM MAP MAPTTC MNA MNATTC CBB DIV DVA MAJ')
export const PROCESSES = list('REGULATED NON_REGULATED B2C B2CINT B2BINT OUTOFSCOPE')
/** Who acts on an invoice: buyer, seller and their agents, payer, payee, invoicer, invoicee. */
export const ROLES = list('BY AB DL SE SR PE PR II IV')
/** UNTDID 1373 by phase: transmission (305), treatment (23). */
export const PHASES: Record<string, readonly string[]> = {
  305: list('10 51 43 8 48'),
  23: list('45 39 37 50 49 47 46 1 5'),
}
