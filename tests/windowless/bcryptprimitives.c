/* A test aid for Wine before version 9, which lacks the one library that Rust's standard library takes chance from on
   Windows. It passes the question on to the older function for it. scripts/windows lays it beside the program there; it
   is part of no release, and Windows never sees it. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    return SystemFunction036(buffer, (ULONG)length);
}
