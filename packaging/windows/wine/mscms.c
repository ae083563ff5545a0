/* For trials under Wine only, never handed out: functions of colour profiles that Wine lacks. */
#define OFFERED __declspec(dllexport)

OFFERED void *GetColorProfileFromHandle(void) { return 0; }
OFFERED int CloseColorProfile(void) { return 0; }
OFFERED void *WcsCreateIccProfile(void) { return 0; }
OFFERED void *OpenColorProfileW(void) { return 0; }
