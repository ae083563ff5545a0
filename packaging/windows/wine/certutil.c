/* For trials under Wine only, never handed out: Windows brings certutil, Wine's does nothing.
 * certutil -hashfile FILE SHA256 */
#include <stdio.h>
#include <windows.h>
#include <bcrypt.h>

int wmain(int count, wchar_t **words)
{
    static unsigned char data[1 << 16], sum[32];
    BCRYPT_ALG_HANDLE kind;
    BCRYPT_HASH_HANDLE hash;
    FILE *file = count == 4 ? _wfopen(words[2], L"rb") : NULL;
    size_t size;

    if (!file || BCryptOpenAlgorithmProvider(&kind, BCRYPT_SHA256_ALGORITHM, NULL, 0))
        return 1;
    BCryptCreateHash(kind, &hash, NULL, 0, NULL, 0, 0);
    while ((size = fread(data, 1, sizeof data, file)) > 0)
        BCryptHashData(hash, data, (ULONG)size, 0);
    BCryptFinishHash(hash, sum, sizeof sum, 0);
    printf("SHA256 hash of file:\r\n");
    for (size = 0; size < sizeof sum; size++)
        printf("%02x", sum[size]);
    printf("\r\nCertUtil: -hashfile command completed successfully.\r\n");
    return 0;
}
