using FsCheck;
using FsCheck.Fluent;

namespace IpCenter.Casework.Tests.ReferenceData;

/// <summary>Runs a property on generated values from a fixed seed, so that a failure can be repeated.</summary>
internal static class Repeated
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 7);

    public static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Repeatable);
}
