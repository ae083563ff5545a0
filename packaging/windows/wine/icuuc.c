/* For trials under Wine only, never handed out: Windows 10 and later bring icuuc.dll, Wine does
 * not. Qt looks for these names when it starts; a converter that can't be opened is fine for it. */
#define OFFERED __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4 };

static void *refuse(int *error)
{
    if (error)
        *error = FILE_ACCESS_ERROR;
    return 0;
}

OFFERED void *ucnv_open(const char *name, int *error) { (void)name; return refuse(error); }
OFFERED void ucnv_close(void *c) { (void)c; }
OFFERED void ucnv_reset(void *c) { (void)c; }
OFFERED signed char ucnv_getMaxCharSize(void *c) { (void)c; return 1; }
OFFERED const char *ucnv_getName(void *c, int *error) { (void)c; return refuse(error); }
OFFERED int ucnv_fromUCountPending(void *c, int *error) { (void)c; refuse(error); return 0; }
OFFERED int ucnv_toUCountPending(void *c, int *error) { (void)c; refuse(error); return 0; }
OFFERED int ucnv_countAvailable(void) { return 0; }
OFFERED const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
OFFERED const char *ucnv_getStandardName(const char *a, const char *b, int *error)
{
    (void)a; (void)b;
    return refuse(error);
}
OFFERED void ucnv_fromUnicode(void) {}
OFFERED void ucnv_toUnicode(void) {}
OFFERED void ucnv_cbFromUWriteUChars(void) {}
OFFERED void ucnv_cbToUWriteUChars(void) {}
OFFERED void ucnv_getFromUCallBack(void) {}
OFFERED void ucnv_getToUCallBack(void) {}
OFFERED void ucnv_setFromUCallBack(void) {}
OFFERED void ucnv_setToUCallBack(void) {}
OFFERED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OFFERED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
