namespace IpCenter.Casework.ReferenceData;
public sealed record CenterStub(IReadOnlyList<string> AcceptedClasses, double SecondReadingShare);
public static class CenterStubs { extension(ReferenceLibrary library) { public CenterStub Center => new(["02-02","02-04","02-05","03-04","06-01","06-04","09-03","11-01","21-01","30-12"], library is null ? 0 : 0.1); } }
