/* Replaces a library that Wine before version 9 does not have, and from which Rust's standard library gets random bytes on
   Windows. It calls the older function instead. scripts/windows copies it next to the program. It is part of no
   release and is not used on Windows. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    return SystemFunction036(buffer, (ULONG)length);
}
