#include "ReportAssets.h"

// #embed is C23; SwiftPM compiles C17, where Clang has it as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The files stand beside this one, so that they can be read and changed as what they are.

static const unsigned char style[] = {
#embed "css/base.css" suffix(, )
#embed "css/article.css" suffix(, )
#embed "css/dossier.css" suffix(, )
#embed "css/index.css" suffix(, )
#embed "css/narrow.css" suffix(, )
#embed "css/print.css"
};

static const unsigned char card_style[] = {
#embed "css/card.css"
};

static const unsigned char audit_script[] = {
#embed "js/page.js" suffix(, )
#embed "js/audit.js" suffix(, )
#embed "js/verify.js"
};

static const unsigned char index_script[] = {
#embed "js/page.js" suffix(, )
#embed "js/index.js"
};

static const unsigned char register_script[] = {
#embed "js/page.js" suffix(, )
#embed "js/register.js"
};

static const unsigned char page_script[] = {
#embed "js/page.js"
};

const tilik_asset tilik_style = {style, sizeof style};
const tilik_asset tilik_card_style = {card_style, sizeof card_style};
const tilik_asset tilik_audit_script = {audit_script, sizeof audit_script};
const tilik_asset tilik_index_script = {index_script, sizeof index_script};
const tilik_asset tilik_register_script = {register_script, sizeof register_script};
const tilik_asset tilik_page_script = {page_script, sizeof page_script};
