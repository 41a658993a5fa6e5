using System.Globalization;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Languages;

namespace IpCenter.Web.Pages.Supervise;

/// <summary>A class of the Locarno Classification with those of its subclasses that the centre accepts; the class itself stands first.</summary>
public sealed record SkillGroup(string Name, IReadOnlyList<(string Code, string Name)> Codes)
{
    /// <param name="reference">The centre's classes.</param>
    /// <param name="held">Classes that somebody has, whether the centre still accepts them or not.</param>
    /// <param name="whole">What the whole of a class is called.</param>
    public static IReadOnlyList<SkillGroup> Of(ReferenceLibrary reference, IEnumerable<string> held, string whole) =>
    [
        .. reference.Center.AcceptedClasses.Codes.Concat(held).Distinct().GroupBy(code => code[..2]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SkillGroup(
            reference.Locarno.Classes.First(c => c.Number == int.Parse(g.Key, CultureInfo.InvariantCulture)).Title.Here(),
            [
                (g.Key, whole),
                .. g.Where(code => code.Length > 2).Order(StringComparer.Ordinal).Select(code => (code, reference.Locarno.Find(code)?.Title.Here() ?? "")),
            ])),
    ];
}
