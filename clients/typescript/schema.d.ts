/** Drawn from /api/v1/openapi.json; UPDATE_CLIENT=1 draws it again. */
export interface paths {
    "/moi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Savoir de qui est le jeton, où, et ce qu’il permet
         * @description Permission : `portal.read`.
         */
        get: operations["portal_self"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/taches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce qui attend le compte, par ordre d’arrivée
         * @description Permission : `portal.read`.
         */
        get: operations["portal_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/depots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commencer le dépôt d’un fichier par morceaux
         * @description tus 1.0.0. Le fichier complet se joint ensuite par son identifiant, dans « uploads ».
         *
         *     Permission : `portal.upload`.
         */
        post: operations["portal_begin_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/depots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Savoir où en est un dépôt
         * @description Aussi par HEAD, comme tus le veut.
         *
         *     Permission : `portal.upload`.
         */
        get: operations["portal_upload"];
        put?: never;
        post?: never;
        /**
         * Abandonner un dépôt
         * @description Permission : `portal.upload`.
         */
        delete: operations["portal_forget_upload"];
        options?: never;
        head?: never;
        /**
         * Envoyer le morceau suivant
         * @description Deux mégaoctets au plus.
         *
         *     Permission : `portal.upload`.
         */
        patch: operations["portal_send_piece"];
        trace?: never;
    };
    "/parapheur/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les dossiers du parapheur
         * @description Les filtres sont ceux de la liste à l’écran ; « vue » vaut todo (ce qui attend le compte), late, done ou all.
         *
         *     Permission : `parapheur.read`.
         */
        get: operations["parapheur_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un dossier
         * @description Permission : `parapheur.read`.
         */
        get: operations["parapheur_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger un document d’un dossier
         * @description Ce qui est téléchargé est lu : un visa ne se donne qu’à ce que l’on a lu.
         *
         *     Permission : `parapheur.read`.
         */
        get: operations["parapheur_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/bordereau": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger le bordereau de signature, en PDF
         * @description Permission : `parapheur.read`.
         */
        get: operations["parapheur_bordereau"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/visa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Donner son visa à un dossier lu
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_give_visa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/refus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuser un dossier
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/remords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre son geste tant que le bureau suivant n’a pas agi
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/relance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Relancer ceux que le dossier attend
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_nudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Annoter un dossier qui attend le compte
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_annotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/dossiers/{id}/seances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ouvrir une séance de signature
         * @description Rend, pour chaque document, les attributs à signer avec la clé du certificat (CAdES), en base64.
         *
         *     Permission : `parapheur.act`.
         */
        post: operations["parapheur_open_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/seances/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remettre les signatures d’une séance
         * @description Elles sont horodatées puis apposées ; le dossier avance ensuite.
         *
         *     Permission : `parapheur.act`.
         */
        post: operations["parapheur_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les absences prévues
         * @description Permission : `parapheur.act`.
         */
        get: operations["parapheur_absences"];
        put?: never;
        /**
         * Prévoir une absence et qui remplace
         * @description Permission : `parapheur.act`.
         */
        post: operations["parapheur_plan_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parapheur/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Arrêter une absence
         * @description Permission : `parapheur.act`.
         */
        delete: operations["parapheur_end_absence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les versements
         * @description Permission : `archiving.read`.
         */
        get: operations["archiving_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/fonds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le registre des fonds
         * @description Permission : `archiving.read`.
         */
        get: operations["archiving_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un versement
         * @description Permission : `archiving.read`.
         */
        get: operations["archiving_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/fichiers/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger un fichier d’un versement
         * @description Permission : `archiving.read`.
         */
        get: operations["archiving_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/preuve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger le dossier de preuve
         * @description Permission : `archiving.read`.
         */
        get: operations["archiving_proof"];
        put?: never;
        /**
         * Refaire le dossier de preuve
         * @description Permission : `archiving.retry`.
         */
        post: operations["archiving_gather_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/reprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre un versement rejeté ou en échec
         * @description Permission : `archiving.retry`.
         */
        post: operations["archiving_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/relecture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Faire relire les fichiers archivés d’un versement
         * @description Permission : `archiving.audit`.
         */
        post: operations["archiving_audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/gels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Geler un versement
         * @description Permission : `archiving.hold`.
         */
        post: operations["archiving_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/versements/{id}/gels/{hold}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lever un gel
         * @description Permission : `archiving.hold`.
         */
        delete: operations["archiving_lift_hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les actes
         * @description Les filtres et l’ordre sont ceux de la liste à l’écran ; « apres » vient de la page précédente.
         *
         *     Permission : `actes.read`.
         */
        get: operations["actes_list"];
        put?: never;
        /**
         * Créer un brouillon
         * @description Un brouillon prend tout : ce que la préfecture refuserait est dit quand il part, et par « problemes ».
         *
         *     Permission : `actes.write`.
         */
        post: operations["actes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un acte
         * @description Permission : `actes.read`.
         */
        get: operations["actes_read"];
        /**
         * Remplacer ce qu’un brouillon dit de lui-même
         * @description Un champ absent est vidé. Les fichiers ne changent pas.
         *
         *     Permission : `actes.write`.
         */
        put: operations["actes_replace"];
        post?: never;
        /**
         * Supprimer un brouillon
         * @description Permission : `actes.write`.
         */
        delete: operations["actes_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/problemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Savoir ce que la préfecture refuserait d’un acte
         * @description Permission : `actes.read`.
         */
        get: operations["actes_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger un fichier d’un acte
         * @description Permission : `actes.read`.
         */
        get: operations["actes_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire la classification de la préfecture
         * @description Les natures, les matières et les types de documents que la préfecture accepte.
         *
         *     Permission : `actes.read`.
         */
        get: operations["actes_classification"];
        put?: never;
        /**
         * Demander la classification à la préfecture
         * @description Permission : `actes.write`.
         */
        post: operations["actes_ask_classification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Donner son document à un brouillon
         * @description Permission : `actes.write`.
         */
        put: operations["actes_set_document"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/annexes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ajouter des annexes à un brouillon
         * @description Permission : `actes.write`.
         */
        post: operations["actes_add_annexes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/annexes/{annexe}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retirer une annexe
         * @description Permission : `actes.write`.
         */
        delete: operations["actes_remove_annexe"];
        options?: never;
        head?: never;
        /**
         * Changer le type d’une annexe
         * @description Permission : `actes.write`.
         */
        patch: operations["actes_set_annexe"];
        trace?: never;
    };
    "/actes/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Envoyer un brouillon en signature
         * @description Le dossier part dans le parapheur ; la transmission, la publication et l’archivage suivent la signature selon les réglages de la collectivité.
         *
         *     Permission : `actes.write`.
         */
        post: operations["actes_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/reprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre en brouillon un acte qui n’est pas parti
         * @description Permission : `actes.write`.
         */
        post: operations["actes_take_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/relance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre ce qui est resté en chemin
         * @description Permission : `actes.write`.
         */
        post: operations["actes_relaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/transmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transmettre un acte signé à la préfecture
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_transmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/annulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Demander à la préfecture l’annulation d’une transmission
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/accuse-verifie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dire qu’un accusé de réception non authentifié a été vérifié
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_verify_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/papier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Noter que les documents papier annoncés sont postés
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_note_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publier un acte gardé du registre
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/copie-expurgee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publier une copie expurgée à la place d’un acte
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_publish_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/retrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retirer un acte du registre public
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_unpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les courriers de la préfecture sur un acte
         * @description Permission : `actes.read`.
         */
        get: operations["actes_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers/{letter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un courrier de la préfecture
         * @description Permission : `actes.read`.
         */
        get: operations["actes_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers/{letter}/reponse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Répondre à un courrier de la préfecture
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers/{letter}/lecture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Classer un courrier qui ne demande rien
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_file_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers/{letter}/gel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Geler les archives d’un acte déféré
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_hold_deferred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes/{id}/courriers/{letter}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Noter l’issue d’un déféré
         * @description Permission : `actes.transmit`.
         */
        post: operations["actes_note_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territoire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les projets de territoire
         * @description Permission : `territory.read`.
         */
        get: operations["territory_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territoire/projets/{project}/fiches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les fiches d’un projet, avec leurs indicateurs et leurs résultats
         * @description Permission : `territory.read`.
         */
        get: operations["territory_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territoire/fiches/{fiche}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire une fiche action
         * @description Permission : `territory.read`.
         */
        get: operations["territory_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territoire/fiches/{fiche}/statut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Dire où en est une action
         * @description Permission : `territory.contribute`.
         */
        put: operations["territory_set_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/territoire/fiches/{fiche}/indicateurs/{indicatorId}/valeur": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enregistrer la valeur d’un indicateur pour une année
         * @description Permission : `territory.contribute`.
         */
        put: operations["territory_enter_value"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les webhooks
         * @description Permission : `webhooks.manage`.
         */
        get: operations["webhooks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un webhook
         * @description Permission : `webhooks.manage`.
         */
        get: operations["webhooks_read"];
        /**
         * Changer l’adresse d’un webhook, ou ce qu’il apprend
         * @description Permission : `webhooks.manage`.
         */
        put: operations["webhooks_update"];
        post?: never;
        /**
         * Retirer un webhook
         * @description Permission : `webhooks.manage`.
         */
        delete: operations["webhooks_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/envois/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce que devient un message
         * @description Permission : `webhooks.manage`.
         */
        get: operations["webhooks_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/arret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arrêter un webhook
         * @description Permission : `webhooks.manage`.
         */
        post: operations["webhooks_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/reprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remettre un webhook en route
         * @description Permission : `webhooks.manage`.
         */
        post: operations["webhooks_restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/ancien-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Oublier l’ancien secret d’un webhook
         * @description Permission : `webhooks.manage`.
         */
        delete: operations["webhooks_end_rotation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/renvois": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renvoyer tout ce qu’un webhook n’a pas reçu
         * @description Permission : `webhooks.manage`.
         */
        post: operations["webhooks_send_missed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/essai": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Envoyer un message d’essai
         * @description Permission : `webhooks.manage`.
         */
        post: operations["webhooks_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/envois/{delivery}/renvoi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renvoyer un message
         * @description Permission : `webhooks.manage`.
         */
        post: operations["webhooks_send_anew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les consultations
         * @description Permission : `procurement.read`.
         */
        get: operations["procurement_list"];
        put?: never;
        /**
         * Créer le brouillon d’une consultation
         * @description L’heure limite se dit comme on la lit chez l’acheteur : son jour, puis son heure.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire une consultation
         * @description Permission : `procurement.read`.
         */
        get: operations["procurement_show"];
        /**
         * Remplacer ce que dit le brouillon d’une consultation
         * @description Les pièces ne changent pas.
         *
         *     Permission : `procurement.write`.
         */
        put: operations["procurement_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/pieces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ajouter des pièces au dossier de consultation d’un brouillon
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_add_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/pieces/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retirer une pièce du dossier de consultation d’un brouillon
         * @description Permission : `procurement.write`.
         */
        delete: operations["procurement_remove_document"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Envoyer une consultation à la signature, qui la publie
         * @description Le règlement part dans le parapheur ; signé, la consultation est en ligne. Ses clés sont figées dès le départ.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_publish"];
        /**
         * Reprendre en brouillon une consultation qui attend sa signature
         * @description Permission : `procurement.write`.
         */
        delete: operations["procurement_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/prorogation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reporter l’heure limite pour tous
         * @description Chacun est prévenu ; l’heure ne peut que reculer (R2151-4).
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/sans-suite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Déclarer une consultation sans suite
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_abandon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire la séance d’ouverture d’une consultation
         * @description Une au plus ; aucune avant l’heure limite.
         *
         *     Permission : `procurement.read`.
         */
        get: operations["procurement_list_sessions"];
        put?: never;
        /**
         * Ouvrir la séance d’ouverture des plis
         * @description Les porteurs donnent ensuite leurs parts, chacun sur la machine où est sa clé. Avant l’heure limite, la demande est refusée et inscrite au journal.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_open_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/sessions/plis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les plis d’une séance d’ouverture et leurs fichiers
         * @description Dans l’ordre où ils furent reçus, avec ce que chacun est devenu ; aucun avant que la séance soit ouverte.
         *
         *     Permission : `procurement.read`.
         */
        get: operations["procurement_list_session_plis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/sessions/mise-de-cote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Poursuivre la séance sans les plis que personne n’ouvre
         * @description Chacun reste fermé, et le procès-verbal en dit le motif.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_set_plis_aside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/offres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les offres ouvertes d’une consultation
         * @description Aucune avant l’ouverture : combien de plis attendent ne se dit pas.
         *
         *     Permission : `procurement.read`.
         */
        get: operations["procurement_list_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Noter les offres ouvertes et proposer la première à la signature
         * @description La décision et les lettres partent ensemble dans le parapheur.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_award"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/notification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notifier le marché et mettre les lettres à la disposition des entreprises
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_notify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/trousseau": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les porteurs de clés
         * @description Permission : `procurement.read`.
         */
        get: operations["procurement_list_holders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/trousseau/{holder}/retrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retirer la clé d’un porteur des consultations à venir
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_retire_holder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les lots d’une consultation
         * @description Permission : `procurement.read`.
         */
        get: operations["procurement_lots"];
        /**
         * Diviser un brouillon en lots, ou le réunir
         * @description Les lots prennent leur rang pour numéro ; aucun, et la consultation n’est plus divisée.
         *
         *     Permission : `procurement.write`.
         */
        put: operations["procurement_divide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/lots/{lot}/offres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les offres ouvertes d’un lot, et leurs notes
         * @description Aucune avant l’ouverture ; une offre n’a de note qu’une fois le lot proposé à la signature.
         *
         *     Permission : `procurement.read`.
         */
        get: operations["procurement_list_lot_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/lots/{lot}/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Noter les offres d’un lot, et le proposer à la signature
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_award_lot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/lots/{lot}/notification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notifier un lot signé
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_notify_lot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/lots/{lot}/fin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Déclarer un lot infructueux ou sans suite
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_end_lot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les questions d’une consultation
         * @description Permission : `procurement.read`.
         */
        get: operations["procurement_list_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/questions/{question}/reponse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Répondre à une question, pour tous
         * @description Ce qui dit encore qui demande est refusé (422), sauf `confirmed`.
         *
         *     Permission : `procurement.write`.
         */
        post: operations["procurement_answer_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procurement/buyer/consultations/{id}/questions/{question}/refus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ne pas répondre à une question, et dire pourquoi à qui demande
         * @description Permission : `procurement.write`.
         */
        post: operations["procurement_refuse_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les factures reçues
         * @description Permission : `invoicing.read`.
         */
        get: operations["invoicing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/flux": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les flux de la plateforme agréée et leurs accusés
         * @description Permission : `invoicing.read`.
         */
        get: operations["invoicing_list_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire une facture, ses contrôles et son délai
         * @description Permission : `invoicing.read`.
         */
        get: operations["invoicing_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger un fichier d’une facture
         * @description Permission : `invoicing.read`.
         */
        get: operations["invoicing_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}/service-fait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Envoyer le certificat de service fait en signature
         * @description Permission : `invoicing.write`.
         */
        post: operations["invoicing_request_service"];
        /**
         * Rappeler le certificat de service fait
         * @description Permission : `invoicing.write`.
         */
        delete: operations["invoicing_withdraw_service"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}/mandat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Noter le mandat qui paie une facture
         * @description Permission : `invoicing.write`.
         */
        post: operations["invoicing_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}/reponse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspendre une facture, la rejeter, ou la faire réadresser
         * @description Permission : `invoicing.write`.
         */
        post: operations["invoicing_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/{id}/reprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre ce qui retient une facture
         * @description Permission : `invoicing.write`.
         */
        post: operations["invoicing_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/factures/releve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Relever Chorus Pro sans attendre
         * @description Permission : `invoicing.write`.
         */
        post: operations["invoicing_pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les espaces de documents
         * @description Permission : `ged.read`.
         */
        get: operations["ged_spaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espaces/{space}/contenu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce que contient un espace à sa racine
         * @description Permission : `ged.read`.
         */
        get: operations["ged_space_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espace-personnel/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Emporter tout son espace personnel
         * @description À sa personne seule. La dernière version de chaque document, hors de la corbeille.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_space_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/dossiers/{folder}/contenu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce que contient un dossier
         * @description Permission : `ged.read`.
         */
        get: operations["ged_folder_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/dossiers/{folder}/etat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce que contenait un dossier à la fin d’un jour
         * @description Sous les noms d’alors, avec les droits d’aujourd’hui ; isUnsure : changé depuis sans que l’on sache d’où ; isGone : à la corbeille.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_folder_on_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce que l’on sait d’un document
         * @description Permission : `ged.read`.
         */
        get: operations["ged_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/fichier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger la dernière version d’un document
         * @description Permission : `ged.read`.
         */
        get: operations["ged_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/recherche": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chercher des documents par leurs mots
         * @description Guillemets, moins et champs (type:arrêté, date:2026) comme à l’écran ; les meilleures réponses d’abord.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espaces/{space}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Déposer un document
         * @description Sous un numéro quand son nom est pris ; « parent » nomme un dossier, sinon il va à la racine.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_deposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espaces/{space}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ouvrir un dossier
         * @description Permission : `ged.write`.
         */
        post: operations["ged_open_folder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ajouter une version à un document
         * @description Permission : `ged.write`.
         */
        post: operations["ged_add_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/elements/{element}/nom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Renommer un document ou un dossier
         * @description Permission : `ged.write`.
         */
        put: operations["ged_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/dossiers/{folder}/cloture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clore un dossier, et le verser aux archives
         * @description Ce qu’il contient se lit et ne change plus. « deposits » le verse, avec sa durée, son sort final et son code de communicabilité.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_close_folder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/elements/{element}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Mettre un document ou un dossier à la corbeille
         * @description Permission : `ged.write`.
         */
        delete: operations["ged_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/elements/{element}/liens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les liens ouverts sur un document ou un dossier
         * @description Permission : `ged.write`.
         */
        get: operations["ged_links"];
        put?: never;
        /**
         * Ouvrir un lien sur un document ou un dossier
         * @description kind : read (lire) ou drop (déposer dans un dossier) ; until : le dernier jour où il est ouvert.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_open_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/liens/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retirer un lien, aussitôt et partout
         * @description Permission : `ged.write`.
         */
        delete: operations["ged_revoke_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/recherches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les recherches gardées
         * @description Celles de la personne, et celles que partagent les espaces qu’elle lit.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_saved_searches"];
        put?: never;
        /**
         * Garder une recherche sous un nom
         * @description « space » la partage avec qui lit cet espace ; « follows » prévient de ce qu’elle trouve de nouveau.
         *
         *     Permission : `ged.read`.
         */
        post: operations["ged_save_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/recherches/{search}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Oublier une recherche gardée
         * @description Permission : `ged.read`.
         */
        delete: operations["ged_forget_search"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/recherches/{search}/trouvailles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce qu’une recherche suivie a trouvé de nouveau
         * @description Ce dont la personne a été prévenue, et qu’elle lit toujours ; le dernier déposé d’abord.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_search_news"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/recherches/{search}/suivi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Être prévenu de ce qu’une recherche trouve de nouveau
         * @description Permission : `ged.read`.
         */
        post: operations["ged_follow_search"];
        /**
         * N’être plus prévenu par une recherche
         * @description Permission : `ged.read`.
         */
        delete: operations["ged_unfollow_search"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/gels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les gels, levés ou non
         * @description Ceux de ce que la personne lit, le dernier posé d’abord.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_holds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/elements/{element}/gels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Geler un document ou un dossier
         * @description Tant que le gel tient, rien de ce qu’il couvre ne change ni ne disparaît, par aucune porte.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_place_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/gels/{hold}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lever le gel d’un document ou d’un dossier
         * @description Permission : `ged.write`.
         */
        delete: operations["ged_lift_hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/commentaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les commentaires d’un document, ses notes et leurs réponses
         * @description Permission : `ged.read`.
         */
        get: operations["ged_comments"];
        put?: never;
        /**
         * Commenter un document, poser une note sur une page, répondre
         * @description « @Prénom Nom » prévient un membre qui lit ce document. place : une page d’un PDF, et sa zone en parts de la page. answers : le commentaire auquel on répond.
         *
         *     Permission : `ged.read`.
         */
        post: operations["ged_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/commentaires/{comment}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dire qu’un commentaire est résolu
         * @description Permission : `ged.read`.
         */
        post: operations["ged_resolve_comment"];
        /**
         * Dire qu’un commentaire n’est pas résolu
         * @description Permission : `ged.read`.
         */
        delete: operations["ged_reopen_comment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/commentaires/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retirer un commentaire, le sien ou celui d’un lieu que l’on gère
         * @description Permission : `ged.read`.
         */
        delete: operations["ged_withdraw_comment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/comparaison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comparer deux versions d’un document
         * @description de et a : les numéros des versions, la dernière et celle d’avant sans eux. La mise en page n’est pas comparée.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_compare_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les relations d’un document, des deux côtés
         * @description Permission : `ged.read`.
         */
        get: operations["ged_relations"];
        put?: never;
        /**
         * Relier un document à un autre
         * @description kind : replies (répond à), annex (annexe de), replaces (remplace), see (voir aussi), redacts (version occultée de), extracts (extrait de) ; to : l’identifiant ou l’adresse de l’autre.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_relate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/relations/{relation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Défaire une relation
         * @description Permission : `ged.write`.
         */
        delete: operations["ged_unrelate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/doublons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les mêmes octets rangés à plusieurs endroits que l’on lit
         * @description espace : l’identifiant d’un espace, pour lui seul ; apres : le premier document des derniers reçus.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_twins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/espaces/{space}/activite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce qui s’est fait dans un espace, le dernier d’abord
         * @description Permission : `ged.read`.
         */
        get: operations["ged_space_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/activite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce qui s’est fait d’un document, le dernier d’abord
         * @description Permission : `ged.read`.
         */
        get: operations["ged_document_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/occultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Faire une copie occultée d’un document
         * @description words : les mots à retirer, sur toutes les pages ou sur « pages » ; areas : des zones, en parts de la page depuis son coin haut et gauche. Le texte et les points des images disparaissent du fichier, avec ses propriétés, annotations, champs et pièces jointes.
         *
         *     Permission : `ged.write`.
         */
        post: operations["ged_redact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/registre": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le registre des traitements des documents
         * @description Une ligne par type de documents (RGPD, article 30).
         *
         *     Permission : `ged.privacy`.
         */
        get: operations["ged_register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/registre/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Dire au registre ce que l’on fait d’un type de documents
         * @description Permission : `ged.privacy`.
         */
        put: operations["ged_tell_processing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/personnes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chercher les documents qui nomment une personne
         * @description Parmi ceux que le compte lit. Gardée trente jours, pour lui seul ; le journal dit qu’elle fut faite, jamais de qui.
         *
         *     Permission : `ged.privacy`.
         */
        post: operations["ged_search_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/personnes/{person}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les documents qui nomment une personne
         * @description Une page peut être vide et avoir une suite : ses mots y étaient, et non son nom.
         *
         *     Permission : `ged.privacy`.
         */
        get: operations["ged_person_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/personnes/{person}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger les documents qui nomment une personne
         * @description Permission : `ged.privacy`.
         */
        get: operations["ged_person_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/personnes/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Oublier une recherche de personne
         * @description Permission : `ged.privacy`.
         */
        delete: operations["ged_forget_person"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/propositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce qui est proposé pour un document venu de lui-même
         * @description D’après ce que l’on a fait de ceux qui lui ressemblent ; rien ne se fait sans qu’on l’accepte. Aucune ou une.
         *
         *     Permission : `ged.read`.
         */
        get: operations["ged_proposals"];
        put?: never;
        /**
         * Accepter ce qui est proposé pour un document
         * @description Permission : `ged.write`.
         */
        post: operations["ged_take_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/documents/{document}/propositions/refus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ne plus rien proposer de ce qui ressemble à un document en cela
         * @description Permission : `ged.write`.
         */
        post: operations["ged_silence_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ged/eliminations/propositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les documents que l’on peut proposer à l’élimination
         * @description Ceux dont la durée est finie, que leur sort final élimine et que rien ne gèle ; ce qui finit d’abord en premier, 200 au plus : un bordereau n’en porte pas davantage.
         *
         *     Permission : `ged.open`.
         */
        get: operations["ged_due_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/echanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les échanges
         * @description Permission : `exchange.read`.
         */
        get: operations["exchange_list"];
        put?: never;
        /**
         * Préparer un envoi, ou ouvrir une demande
         * @description Un envoi attend ses fichiers, déposés par tus à l’adresse « door », puis part ; une demande part aussitôt.
         *
         *     Permission : `exchange.write`.
         */
        post: operations["exchange_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/echanges/{exchange}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un échange
         * @description Permission : `exchange.read`.
         */
        get: operations["exchange_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/echanges/{exchange}/fichiers/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Télécharger un fichier d’un échange
         * @description Permission : `exchange.read`.
         */
        get: operations["exchange_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/echanges/{exchange}/envoi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Envoyer ce qui est préparé
         * @description Permission : `exchange.write`.
         */
        post: operations["exchange_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/echanges/{exchange}/retrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retirer un échange, aussitôt et partout
         * @description Permission : `exchange.write`.
         */
        post: operations["exchange_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Probleme: {
            /** Format: uri */
            type: string;
            /** @description Ce que le statut veut dire */
            title: string;
            status: number;
            /** @description Ce qui s’est passé, et comment y remédier */
            detail: string;
            /** @description Stable : c’est lui qu’un programme lit */
            code: string;
            /** @description À donner à l’exploitant */
            requestId: string;
            errors?: {
                /** @description RFC 6901, dans le corps envoyé */
                pointer?: string;
                /** @description Un paramètre de l’adresse */
                parameter?: string;
                detail: string;
                code?: string;
            }[];
        };
        Moi: {
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                siren: string;
            };
            account: {
                /** Format: uuid */
                id: string;
                name: string;
                title?: string | null;
                roles: string[];
            };
            token: {
                /** Format: uuid */
                id: string;
                name: string;
                scopes: string[];
                /** Format: date-time */
                expiresAt: string;
            };
        };
        Tache: {
            /** Format: uuid */
            id: string;
            room: string;
            title: string;
            url: string;
            /** Format: date-time */
            dueAt?: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        LigneDossier: {
            /** Format: uuid */
            id: string;
            title: string;
            state: string;
            circuit: string;
            /** Format: date */
            dueOn?: string | null;
            /** Format: date-time */
            movedAt: string;
        };
        Dossier: {
            /** Format: uuid */
            id: string;
            title: string;
            state: string;
            stateLabel: string;
            circuit: string;
            /** Format: date */
            dueOn?: string | null;
            origin: {
                room: string;
                id: string;
            };
            steps: {
                /** Format: uuid */
                id: string;
                kind: string;
                desk: string;
                state: string;
                /** Format: date-time */
                actedAt?: string | null;
                onBehalfOf?: string | null;
                trouble?: string | null;
            }[];
            documents: {
                /** Format: uuid */
                id: string;
                toSign: boolean;
                isRead: boolean;
                file: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    sha256: string;
                    url: string;
                };
            }[];
            /** Format: date-time */
            createdAt: string;
        };
        Seance: {
            /** Format: uuid */
            id: string;
            nonce: string;
            items: {
                /** Format: uuid */
                item: string;
                digestName: string;
                signedAttributes: string;
            }[];
        };
        Absences: {
            absences: {
                /** Format: uuid */
                id: string;
                desk: string;
                substitute: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[];
        };
        LigneVersement: {
            /** Format: uuid */
            id: string;
            title: string;
            reference: string;
            state: string;
            archiveIdentifier?: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Fonds: {
            agreement: string;
            label: string;
            deposits: number;
            units: number;
            objects: number;
            bytes: number;
            /** Format: date */
            firstDay?: string | null;
            /** Format: date */
            lastDay?: string | null;
        };
        Versement: {
            /** Format: uuid */
            id: string;
            title: string;
            state: string;
            stateLabel: string;
            origin: {
                room: string;
                id: string;
            };
            archiveIdentifier?: string | null;
            trouble?: string | null;
            /** Format: date-time */
            settledAt?: string | null;
            files: {
                role: string;
                file: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    sha256: string;
                    url: string;
                };
            }[];
            package?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            acknowledgement?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            receipt?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            proof?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            holds: {
                /** Format: uuid */
                id: string;
                owner: string;
                reason: string;
                /** Format: date */
                endsOn?: string | null;
            }[];
            /** Format: date-time */
            createdAt: string;
        };
        LigneActe: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            state: "draft" | "in_circuit" | "refused" | "signed" | "transmitting" | "transmitted" | "anomaly" | "acknowledged" | "published" | "archived" | "cancelling" | "cancelled";
            nature?: number | null;
            numero: string;
            objet: string;
            /** Format: date */
            decisionDate?: string | null;
            /** Format: date-time */
            changedAt: string;
        };
        Acte: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            state: "draft" | "in_circuit" | "refused" | "signed" | "transmitting" | "transmitted" | "anomaly" | "acknowledged" | "published" | "archived" | "cancelling" | "cancelled";
            stateLabel: string;
            nature?: number | null;
            natureLabel?: string | null;
            matiere: string;
            numero: string;
            objet: string;
            /** Format: date */
            decisionDate?: string | null;
            typePJ: string;
            paperToo: boolean;
            withheld: boolean;
            previousIdentifier?: string | null;
            identifier?: string | null;
            document?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            signedDocument?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            stampedDocument?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            redactedDocument?: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            } | null;
            annexes: {
                /** Format: uuid */
                id: string;
                position: number;
                typePJ: string;
                file: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    sha256: string;
                    url: string;
                };
            }[];
            anomaly?: {
                code?: string | null;
                detail?: string | null;
            } | null;
            acknowledgement?: {
                /** Format: date */
                receivedOn?: string | null;
                isProved: boolean;
                file?: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    sha256: string;
                    url: string;
                } | null;
            } | null;
            /** Format: date */
            publishedOn?: string | null;
            /** @enum {unknown} */
            publicForm: "none" | "redacted" | "whole";
            /** Format: uuid */
            folderId?: string | null;
            archiveReference?: string | null;
            trouble?: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Problemes: {
            problems: {
                field: string;
                message: string;
            }[];
        };
        Classification: {
            /** Format: date */
            date: string;
            natures: {
                code: number;
                label: string;
                typesPJ: {
                    code: string;
                    label: string;
                }[];
            }[];
            matieres: {
                code: string;
                label: string;
            }[];
        };
        Courrier: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            acteId: string;
            /** @enum {unknown} */
            type: "2-1" | "3-1" | "4-1" | "5-1";
            title: string;
            /** Format: date */
            saidOn?: string | null;
            /** Format: date-time */
            receivedAt: string;
            detail?: string | null;
            files: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            }[];
            replies: {
                type: string;
                label: string;
                several: boolean;
            }[];
            reply?: {
                type: string;
                state: string;
            } | null;
            /** Format: date-time */
            settledAt?: string | null;
            settledNote?: string | null;
        };
        Projet: {
            /** Format: uuid */
            id: string;
            title: string;
            step: string;
            firstYear: number;
            lastYear: number;
            isShown: boolean;
        };
        Fiche: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            project: string;
            number: string;
            title: string;
            status: string;
            isShown: boolean;
            indicators: {
                /** Format: uuid */
                id: string;
                title: string;
                unit: string;
                results: {
                    value: string;
                    /** Format: date */
                    from?: string | null;
                    /** Format: date */
                    to?: string | null;
                    source?: string | null;
                }[];
            }[];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            /** @enum {unknown} */
            state: "running" | "resting" | "stopped";
            stoppedFor?: ("asked" | "gone" | "failing") | null;
            /** Format: date-time */
            failingSince?: string | null;
            hasTwoSecrets: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        Envoi: {
            /** Format: uuid */
            id: string;
            type: string;
            /** @enum {unknown} */
            state: "waiting" | "received" | "given_up";
            attempts: number;
            /** Format: date-time */
            createdAt: string;
        };
        Consultation: {
            /** Format: uuid */
            id: string;
            reference: string;
            title: string;
            state: string;
            stateLabel: string;
            cpv: string;
            /** Format: date-time */
            deadline: string;
            fingerprint?: string | null;
        };
        ConsultationEntiere: {
            /** Format: uuid */
            id: string;
            reference: string;
            title: string;
            state: string;
            stateLabel: string;
            cpv: string;
            /** Format: date-time */
            deadline: string;
            fingerprint?: string | null;
            description: string;
            nature: string;
            estimate: string;
            placeCode: string;
            durationMonths: number;
            ccag: string;
            priceForm: string;
            priceType: string;
            hasAdvance: boolean;
            weightPrice: number;
            weightTechnical: number;
            weightEnvironment: number;
            /** Format: date */
            deadlineDay: string;
            deadlineTime: string;
            threshold: number;
            forbidsSeveralGroups: boolean;
            documents: {
                /** Format: uuid */
                id: string;
                name: string;
                size: number;
                sha256: string;
            }[];
        };
        SeanceDOuverture: {
            /** Format: date-time */
            openedAt: string;
            president: string;
            members: string;
            isOver: boolean;
            threshold: number;
            holders: {
                /** Format: uuid */
                id: string;
                name: string;
                hasGiven: boolean;
            }[];
        };
        PliDeSeance: {
            /** Format: uuid */
            id: string;
            siret: string;
            company: string;
            state: string;
            stateLabel: string;
            /** Format: date-time */
            receivedAt: string;
            refusal?: string | null;
            files: {
                /** Format: uuid */
                id: string;
                envelope: string;
                name: string;
                size: number;
                sha256: string;
            }[];
        };
        Offre: {
            /** Format: uuid */
            id: string;
            state: string;
            company: string;
            siret: string;
            /** Format: date-time */
            receivedAt: string;
            note?: string | null;
            amount?: string | null;
            reason?: string | null;
        };
        Porteur: {
            /** Format: uuid */
            id: string;
            name: string;
            publicKey: string;
            /** Format: date-time */
            since: string;
        };
        LotsDUneConsultation: {
            /** Format: uuid */
            consultation: string;
            mostAnswered?: number | null;
            mostWon?: number | null;
            lots: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                cpv: string;
                estimate: string;
                state: string;
                stateLabel: string;
                endReason?: string | null;
                awardAmount?: string | null;
                /** Format: date */
                signedOn?: string | null;
                /** Format: date */
                notifiedOn?: string | null;
            }[];
        };
        OffreDUnLot: {
            /** Format: uuid */
            pli: string;
            company: string;
            siret: string;
            note?: string | null;
            amount?: string | null;
            reason?: string | null;
            rank?: number | null;
        };
        QuestionRecue: {
            /** Format: uuid */
            id: string;
            text: string;
            state: string;
            /** Format: date-time */
            askedAt: string;
            late: boolean;
            number?: number | null;
            published?: string | null;
            answer?: string | null;
            reason?: string | null;
            /** Format: date-time */
            answeredAt?: string | null;
            asker?: string | null;
        };
        LigneFacture: {
            /** Format: uuid */
            id: string;
            number: string;
            supplierName: string;
            state: string;
            amountDue: string;
            currency: string;
            /** Format: date */
            dueOn?: string | null;
            /** Format: date-time */
            depositedAt: string;
        };
        Flux: {
            /** Format: uuid */
            id: string;
            flowId: string;
            name: string;
            direction: string;
            acknowledgement: string;
            reasons: string[];
            /** Format: date-time */
            changedAt: string;
        };
        Facture: {
            /** Format: uuid */
            id: string;
            chorusId: string;
            number: string;
            /** Format: date */
            issuedOn: string;
            type: string;
            supplierSiret: string;
            supplierName: string;
            engagement?: string | null;
            currency: string;
            amountNet: string;
            amountGross: string;
            amountDue: string;
            state: string;
            stateLabel: string;
            chorusStatus: string;
            mandat?: string | null;
            verdict?: string | null;
            rules: {
                id: string;
                set: string;
                term: string;
                severity: string;
                message: string;
            }[];
            /** Format: date */
            startsOn?: string | null;
            /** Format: date */
            dueOn?: string | null;
            daysLate: number;
            /** Format: uuid */
            duplicateOf?: string | null;
            trouble?: string | null;
            files: {
                role: string;
                file: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    mediaType: string;
                    size: number;
                    sha256: string;
                    url: string;
                };
            }[];
        };
        Releve: {
            state: string;
        };
        EspaceDocuments: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {unknown} */
            kind: "tenant" | "service" | "shared" | "personal" | "system";
            /** @enum {unknown} */
            level: "reader" | "contributor" | "editor" | "manager";
        };
        LigneDocuments: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "folder" | "document";
            name: string;
            title: string;
        };
        LigneDocumentsPassee: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "folder" | "document";
            name: string;
            version?: string | null;
            isGone: boolean;
            isUnsure: boolean;
        };
        DocumentRange: {
            /** Format: uuid */
            id: string;
            name: string;
            title: string;
            space: string;
            path: string;
            type?: string | null;
            /** Format: date */
            date?: string | null;
            fields: {
                [key: string]: string;
            };
            retention: {
                rule?: string | null;
                /** Format: date */
                from?: string | null;
                /** Format: date */
                until?: string | null;
                finalAction?: ("keep" | "destroy" | "sort") | null;
                accessCode?: string | null;
            };
            file: {
                /** Format: uuid */
                id: string;
                name: string;
                mediaType: string;
                size: number;
                sha256: string;
                url: string;
            };
            versions: {
                version: string;
                /** Format: date-time */
                at: string;
                comment?: string | null;
                size: number;
                sha256: string;
            }[];
        };
        DocumentTrouve: {
            /** Format: uuid */
            id: string;
            title: string;
            space: string;
            path: string;
            type?: string | null;
            /** Format: date */
            date?: string | null;
            score: number;
            snippet: string;
            matched: string[];
        };
        LienDocuments: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "read" | "drop";
            url?: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt?: string | null;
            hasPassword: boolean;
            uses: number;
            mostUses?: number | null;
        };
        RechercheGardee: {
            /** Format: uuid */
            id: string;
            name: string;
            q: string;
            /** Format: uuid */
            space?: string | null;
            isFollowed: boolean;
        };
        GelDocuments: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            element: string;
            reason: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            liftedAt?: string | null;
        };
        CommentaireDocument: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            author: string;
            /** Format: date-time */
            at: string;
            body?: string | null;
            /** Format: uuid */
            answers?: string | null;
            place?: {
                /** Format: uuid */
                version: string;
                page: number;
                area?: {
                    left: number;
                    top: number;
                    width: number;
                    height: number;
                } | null;
            } | null;
            /** Format: date-time */
            resolvedAt?: string | null;
        };
        ComparaisonVersions: {
            before: {
                version: string;
                mediaType: string;
                size: number;
                sha256: string;
                pages?: number | null;
            };
            after: {
                version: string;
                mediaType: string;
                size: number;
                sha256: string;
                pages?: number | null;
            };
            isSame: boolean;
            text?: {
                gone: number;
                come: number;
                isCoarse: boolean;
                isShortened: boolean;
                isCut: boolean;
                passages: {
                    page: number;
                    pieces: {
                        /** @enum {unknown} */
                        kind: "same" | "gone" | "new";
                        text: string;
                    }[];
                }[];
            } | null;
        };
        RelationDocuments: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "replies" | "annex" | "replaces" | "see" | "redacts" | "extracts";
            /** Format: uuid */
            from: string;
            /** Format: uuid */
            to: string;
            pages?: string | null;
            leftBecause?: string | null;
        };
        DoublonsDocuments: {
            sha256: string;
            size: number;
            count: number;
            places: {
                /** Format: uuid */
                id: string;
                title: string;
                space: string;
                path: string;
            }[];
        };
        GesteDocuments: {
            type: string;
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            by: "person" | "system" | "outside";
            /** Format: uuid */
            person?: string | null;
            /** Format: uuid */
            element: string;
            title: string;
        };
        LigneRegistre: {
            /** Format: uuid */
            type: string;
            label: string;
            purpose?: string | null;
            legalBasis?: ("a" | "b" | "c" | "d" | "e" | "f") | null;
            persons?: string | null;
            data?: string | null;
            disclosedTo?: string | null;
            retentionRule?: string | null;
        };
        RecherchePersonne: {
            /** Format: uuid */
            id: string;
            reference?: string | null;
            /** Format: date-time */
            at: string;
        };
        DocumentPersonne: {
            /** Format: uuid */
            id: string;
            title: string;
            space: string;
            path: string;
            named: string[];
        };
        PropositionDocument: {
            key: string;
            says: string;
            count: number;
            likeness: {
                /** @enum {unknown} */
                kind: "sender" | "pattern" | "word";
                said: string;
            };
        };
        DocumentAEliminer: {
            /** Format: uuid */
            id: string;
            title: string;
            type?: string | null;
            rule: string;
            /** Format: date */
            until: string;
        };
        Echange: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "send" | "ask";
            title: string;
            state: string;
            /** Format: date-time */
            expiresAt: string;
            door?: string | null;
        };
    };
    responses: {
        /** @description Demande illisible */
        Probleme400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Jeton refusé */
        Probleme401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Accès refusé */
        Probleme403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Introuvable */
        Probleme404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description L’état actuel ne le permet pas */
        Probleme409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Version dépassée */
        Probleme412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Fichier trop lourd */
        Probleme413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description À corriger */
        Probleme422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Version attendue */
        Probleme428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Trop de demandes */
        Probleme429: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Erreur de la plateforme */
        Probleme500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Plateforme occupée */
        Probleme503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Plus de place */
        Probleme507: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
    };
    parameters: {
        /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
        IdempotencyKey: string;
        /** @description L’ETag de la dernière lecture. */
        IfMatch: string;
        /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description La version de ce qui est renvoyé */
        ETag: string;
        /** @description L’adresse de ce qui est créé */
        Location: string;
        /** @description La page suivante (RFC 8288) */
        Link: string;
        /** @description Demandes permises par minute */
        RateLimitLimit: number;
        /** @description Ce qu’il en reste */
        RateLimitRemaining: number;
        /** @description Secondes avant la minute suivante */
        RateLimitReset: number;
        /** @description Secondes à attendre */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    portal_self: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moi"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    portal_tasks: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tache"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    portal_begin_upload: {
        parameters: {
            query?: never;
            header: {
                /** @description Toujours 1.0.0 */
                "Tus-Resumable"?: string;
                /** @description Octets du fichier */
                "Upload-Length": string;
                /** @description « filename » et le nom en base64 */
                "Upload-Metadata"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Le dépôt est ouvert */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    /** @description Où envoyer les morceaux */
                    Location?: string;
                    /** @description Toujours 1.0.0 */
                    "Tus-Resumable"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    portal_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Toujours 1.0.0 */
                "Tus-Resumable"?: string;
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Où il en est */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    /** @description Octets reçus */
                    "Upload-Offset"?: string;
                    /** @description Toujours 1.0.0 */
                    "Tus-Resumable"?: string;
                    /** @description Octets du fichier */
                    "Upload-Length"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    portal_forget_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    portal_send_piece: {
        parameters: {
            query?: never;
            header: {
                /** @description Toujours 1.0.0 */
                "Tus-Resumable"?: string;
                /** @description Octets déjà reçus */
                "Upload-Offset": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Le morceau est reçu */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    /** @description Octets reçus */
                    "Upload-Offset"?: string;
                    /** @description Toujours 1.0.0 */
                    "Tus-Resumable"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_list: {
        parameters: {
            query?: {
                vue?: string;
                q?: string;
                lecture?: string;
                attend?: string;
                bureau?: string;
                circuit?: string;
                etat?: string;
                ouvert_du?: string;
                ouvert_au?: string;
                echeance_du?: string;
                echeance_au?: string;
                par?: string;
                tri?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneDossier"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Les octets du document */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_bordereau: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Le PDF du bordereau */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_give_visa: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    annotation?: string | null;
                    private?: unknown;
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_refuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    annotation?: string | null;
                    private?: unknown;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_nudge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_annotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    annotation?: string | null;
                    private?: unknown;
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_open_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    certificate: string;
                    chain: string[];
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seance"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
        };
    };
    parapheur_sign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nonce: string;
                    signatures: {
                        /** Format: uuid */
                        item: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_absences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_plan_absence: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    desk: string;
                    /** Format: uuid */
                    substitute: string;
                    startsOn: string;
                    endsOn: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    parapheur_end_absence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_list: {
        parameters: {
            query?: {
                q?: string;
                etat?: string;
                demande_du?: string;
                demande_au?: string;
                tri?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneVersement"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_holdings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fonds"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Les octets du fichier */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_proof: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Un dossier qu’un tiers vérifie sans nous */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_gather_proof: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_audit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner: string;
                    reason: string;
                    ends_on?: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    archiving_lift_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                hold: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versement"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_list: {
        parameters: {
            query?: {
                q?: string;
                etat?: string;
                nature?: string;
                suivi?: string;
                decision_du?: string;
                decision_au?: string;
                change_du?: string;
                change_au?: string;
                par?: string;
                tri?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneActe"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    nature?: number | null;
                    matiere?: string | null;
                    numero?: string | null;
                    objet?: string | null;
                    decisionDate?: string | null;
                    typePJ?: string | null;
                    paperToo?: boolean;
                    withheld?: boolean;
                    previousIdentifier?: string | null;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    nature?: number | null;
                    matiere?: string | null;
                    numero?: string | null;
                    objet?: string | null;
                    decisionDate?: string | null;
                    typePJ?: string | null;
                    paperToo?: boolean;
                    withheld?: boolean;
                    previousIdentifier?: string | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_problems: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problemes"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Les octets du fichier */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_classification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classification"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_ask_classification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_set_document: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    uploads: {
                        document: string[];
                    };
                };
                "multipart/form-data": {
                    /** @description Le PDF de l’acte, ou le XML d’un budget */
                    document: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    actes_add_annexes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    typePJ?: string;
                    uploads: {
                        annexes: string[];
                    };
                };
                "multipart/form-data": {
                    typePJ?: string;
                    /** @description PDF, XML, JPEG ou PNG */
                    "annexes[]": string[];
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    actes_remove_annexe: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                annexe: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_set_annexe: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                annexe: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    typePJ: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_take_back: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_relaunch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_transmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_verify_receipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_note_paper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_publish_copy: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    publicObjet?: string | null;
                    reread?: boolean;
                    looked?: boolean;
                    uploads: {
                        copy: string[];
                    };
                };
                "multipart/form-data": {
                    publicObjet?: string | null;
                    reread?: boolean;
                    looked?: boolean;
                    /** @description La copie expurgée, en PDF */
                    copy: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    actes_unpublish: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    unpublishReason?: string | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acte"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_letters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Courrier"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_letter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                letter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courrier"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_reply: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                letter: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type?: string | null;
                    typePJ?: string | null;
                    uploads: {
                        documents: string[];
                    };
                };
                "multipart/form-data": {
                    type?: string | null;
                    typePJ?: string | null;
                    /** @description Les documents de la réponse */
                    "documents[]": string[];
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courrier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    actes_file_letter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                letter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courrier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_hold_deferred: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                letter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courrier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    actes_note_outcome: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                letter: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    outcome?: string | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courrier"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    territory_projects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Projet"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    territory_sheets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fiche"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    territory_sheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                fiche: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fiche"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    territory_set_status: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fiche: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    statut: "a_venir" | "a_discuter" | "en_cours" | "en_pause" | "bloque" | "en_retard" | "realise" | "abandonne";
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fiche"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    territory_enter_value: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fiche: string;
                indicatorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    year: number;
                    value: string;
                    until?: number;
                    source?: string;
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fiche"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_update: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    description: string;
                    events: string[];
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Envoi"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_restart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_end_rotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_send_missed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_try: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Envoi"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    webhooks_send_anew: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Envoi"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Consultation"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                    title: string;
                    description: string;
                    /** @enum {unknown} */
                    nature: "travaux" | "fournitures" | "services";
                    estimate: string;
                    cpv: string;
                    placeCode: string;
                    durationMonths: number;
                    /** @enum {unknown} */
                    ccag: "Travaux" | "Maitrise d'œuvre" | "Fournitures courantes et services" | "Marchés industriels" | "Prestations intellectuelles" | "Techniques de l'information et de la communication" | "Pas de CCAG";
                    /** @enum {unknown} */
                    priceForm: "Unitaire" | "Forfaitaire" | "Mixte";
                    /** @enum {unknown} */
                    priceType: "Définitif ferme" | "Définitif actualisable" | "Définitif révisable" | "Provisoire";
                    forbidsSeveralGroups?: boolean;
                    hasAdvance?: boolean;
                    weightPrice: number;
                    weightTechnical: number;
                    weightEnvironment: number;
                    deadlineDay: string;
                    deadlineTime: string;
                    threshold: number;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                    title: string;
                    description: string;
                    /** @enum {unknown} */
                    nature: "travaux" | "fournitures" | "services";
                    estimate: string;
                    cpv: string;
                    placeCode: string;
                    durationMonths: number;
                    /** @enum {unknown} */
                    ccag: "Travaux" | "Maitrise d'œuvre" | "Fournitures courantes et services" | "Marchés industriels" | "Prestations intellectuelles" | "Techniques de l'information et de la communication" | "Pas de CCAG";
                    /** @enum {unknown} */
                    priceForm: "Unitaire" | "Forfaitaire" | "Mixte";
                    /** @enum {unknown} */
                    priceType: "Définitif ferme" | "Définitif actualisable" | "Définitif révisable" | "Provisoire";
                    forbidsSeveralGroups?: boolean;
                    hasAdvance?: boolean;
                    weightPrice: number;
                    weightTechnical: number;
                    weightEnvironment: number;
                    deadlineDay: string;
                    deadlineTime: string;
                    threshold: number;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_add_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    uploads: {
                        dce: string[];
                    };
                };
                "multipart/form-data": {
                    /** @description Les pièces, chacune de 150 Mo au plus */
                    "dce[]": string[];
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    procurement_remove_document: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_extend: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deadlineDay: string;
                    deadlineTime: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_abandon: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SeanceDOuverture"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_open_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    president: string;
                    members?: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeanceDOuverture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_session_plis: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PliDeSeance"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_set_plis_aside: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeanceDOuverture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_offers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Offre"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_award: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    notes: {
                        /** Format: uuid */
                        pli: string;
                        note?: string | null;
                        amount?: string | null;
                        reason?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_notify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationEntiere"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_holders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Porteur"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_retire_holder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                holder: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_lots: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotsDUneConsultation"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_divide: {
        parameters: {
            query?: never;
            header: {
                /** @description L’ETag de la dernière lecture. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    lots?: {
                        title?: string | null;
                        cpv?: string | null;
                        estimate?: string | null;
                    }[];
                    mostAnswered?: number | null;
                    mostWon?: number | null;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotsDUneConsultation"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            412: components["responses"]["Probleme412"];
            422: components["responses"]["Probleme422"];
            428: components["responses"]["Probleme428"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_lot_offers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                lot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OffreDUnLot"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_award_lot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                lot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    notes: {
                        /** Format: uuid */
                        pli: string;
                        note?: string | null;
                        amount?: string | null;
                        reason?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotsDUneConsultation"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_notify_lot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                lot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotsDUneConsultation"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_end_lot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                lot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    ending: "fail" | "abandon";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotsDUneConsultation"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_list_questions: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuestionRecue"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_answer_question: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    published: string;
                    answer: string;
                    confirmed?: boolean;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionRecue"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    procurement_refuse_question: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionRecue"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_list: {
        parameters: {
            query?: {
                q?: string;
                etat?: string;
                echeance_du?: string;
                echeance_au?: string;
                recue_du?: string;
                recue_au?: string;
                suivi?: string;
                tri?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneFacture"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_list_flows: {
        parameters: {
            query?: {
                q?: string;
                accuse?: string;
                change_du?: string;
                change_au?: string;
                tri?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Flux"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Les octets du fichier */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_request_service: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    doneOn: string;
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_withdraw_service: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mandat: string;
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    reply: "suspended" | "refused" | "to_recycle";
                    /** @enum {unknown} */
                    reason?: "JUSTIF_ABS" | "COORD_BANC_ERR" | "CMD_ERR" | "SIRET_ERR" | "CODE_ROUTAGE_ERR" | "REF_CT_ABSENT" | "REF_ERR" | "TX_TVA_ERR" | "MONTANTTOTAL_ERR" | "CALCUL_ERR" | "NON_CONFORME" | "DOUBLON" | "DEST_ERR" | "TRANSAC_INC" | "EMMET_INC" | "CONTRAT_TERM" | "DOUBLE_FACT" | "ADR_ERR" | "RETRAIT_MAN_SERV" | "ST_CT_NON_DECLAR" | "SUPPR_COMP_AVOIR" | "TRANSF_PMNT_REGIE" | "AUTRE" | "LIVR_INCOMP";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facture"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    invoicing_pull: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commencé */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releve"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_spaces: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EspaceDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_space_content: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                space: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_space_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Un ZIP : les dossiers, les fichiers, metadata.csv et SHA512SUMS */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_folder_content: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                folder: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_folder_on_day: {
        parameters: {
            query?: {
                jour?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                folder: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneDocumentsPassee"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRange"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Le fichier, entier ou en partie */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_search: {
        parameters: {
            query?: {
                q?: string;
                limite?: number;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentTrouve"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_deposit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                space: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    parent?: string;
                    uploads: {
                        file: string[];
                    };
                };
                "multipart/form-data": {
                    /** Format: uuid */
                    parent?: string;
                    /** @description Tout fichier */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    ged_open_folder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                space: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    parent?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LigneDocuments"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_add_version: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    major?: boolean;
                    uploads: {
                        file: string[];
                    };
                };
                "multipart/form-data": {
                    comment?: string;
                    major?: boolean;
                    /** @description Ce que le document devient */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            413: components["responses"]["Probleme413"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            503: components["responses"]["Probleme503"];
            507: components["responses"]["Probleme507"];
        };
    };
    ged_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LigneDocuments"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_close_folder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                folder: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    deposits?: boolean;
                    rule?: string;
                    /** @enum {unknown} */
                    finalAction?: "keep" | "destroy" | "sort";
                    /** @enum {unknown} */
                    accessCode?: "AR038" | "AR039" | "AR040" | "AR041" | "AR042" | "AR043" | "AR044" | "AR045" | "AR046" | "AR047" | "AR048" | "AR049" | "AR050" | "AR051" | "AR052" | "AR053" | "AR054" | "AR055" | "AR056" | "AR057" | "AR058" | "AR059" | "AR060" | "AR061" | "AR062";
                };
            };
        };
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_links: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LienDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_open_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "read" | "drop";
                    until: string;
                    password?: string;
                    mostUses?: number;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienDocuments"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_revoke_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_saved_searches: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RechercheGardee"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_save_search: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    q: string;
                    name: string;
                    /** Format: uuid */
                    space?: string;
                    follows?: boolean;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RechercheGardee"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_forget_search: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                search: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_search_news: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                search: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_follow_search: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                search: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_unfollow_search: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                search: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_holds: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GelDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_place_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                element: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GelDocuments"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_lift_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                hold: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_comments: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommentaireDocument"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** Format: uuid */
                    answers?: string;
                    place?: {
                        page: number;
                        version?: string;
                        area?: {
                            left: number;
                            top: number;
                            width: number;
                            height: number;
                        } | null;
                    };
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaireDocument"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_resolve_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                comment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaireDocument"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_reopen_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                comment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaireDocument"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_withdraw_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                comment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_compare_versions: {
        parameters: {
            query?: {
                de?: string;
                a?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparaisonVersions"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_relations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RelationDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_relate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "replies" | "annex" | "replaces" | "see" | "redacts" | "extracts";
                    to: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationDocuments"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_unrelate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                relation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_twins: {
        parameters: {
            query?: {
                espace?: string;
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DoublonsDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_space_activity: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                space: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GesteDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_document_activity: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GesteDocuments"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_redact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    words?: string[];
                    pages?: number[];
                    areas?: {
                        page: number;
                        left: number;
                        top: number;
                        width: number;
                        height: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
            507: components["responses"]["Probleme507"];
        };
    };
    ged_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LigneRegistre"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_tell_processing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                    /** @enum {unknown} */
                    legalBasis: "a" | "b" | "c" | "d" | "e" | "f";
                    persons: string;
                    data: string;
                    disclosedTo: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LigneRegistre"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_search_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    family?: string;
                    given?: string;
                    others?: string;
                    /** Format: email */
                    email?: string;
                    phone?: string;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecherchePersonne"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_person_documents: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentPersonne"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_person_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Un ZIP : les fichiers, et liste.csv */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_forget_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_proposals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PropositionDocument"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_take_proposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_silence_proposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description C’est fait */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    ged_due_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentAEliminer"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_list: {
        parameters: {
            query?: {
                apres?: string;
            };
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Une page de la liste */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Echange"][];
                        /** @description L’adresse de la page suivante */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_prepare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "send" | "ask";
                    title: string;
                    message?: string;
                    recipients: string;
                    until: string;
                    sealed?: boolean;
                    replies?: boolean;
                };
            };
        };
        responses: {
            /** @description Créé */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Echange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                exchange: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Echange"];
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                exchange: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Le fichier, entier ou en partie */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                exchange: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Echange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
    exchange_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                exchange: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description C’est fait */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Echange"];
                };
            };
            400: components["responses"]["Probleme400"];
            401: components["responses"]["Probleme401"];
            403: components["responses"]["Probleme403"];
            404: components["responses"]["Probleme404"];
            409: components["responses"]["Probleme409"];
            422: components["responses"]["Probleme422"];
            429: components["responses"]["Probleme429"];
            500: components["responses"]["Probleme500"];
        };
    };
}
