using System.Diagnostics.CodeAnalysis;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The answers about the product as a form sends them.</summary>
public sealed class ProductAnswers
{
    /// <summary>Kept as it was answered, however many: that it is too many or too few is said by the rule. This only holds the page together.</summary>
    private const int MostDesigns = 99;

    public string? Name { get; set; }
    public string? Use { get; set; }
    public string? Shape { get; set; }
    public string? Kind { get; set; }
    public int? Count { get; set; }

    // A form without such fields sends none, and none is bound as null.
    [AllowNull]
    public List<OneDesign> Designs { get; set => field = value ?? []; } = [];

    public bool Partial { get; set; }
    public string? ProtectedPart { get; set; }
    public string? Marking { get; set; }
    public bool Interface { get; set; }
    public string? InterfaceUse { get; set; }
    public string? PartUse { get; set; }
    public string? InterfaceProduct { get; set; }
    public string? InterfaceArea { get; set; }
    public string? Interaction { get; set; }
    public bool InterfaceMoves { get; set; }
    public string? InterfaceChange { get; set; }

    public static ProductAnswers Of(ApplicationForm form) => new()
    {
        Name = form.ProductName,
        Use = form.Brief.Use,
        Shape = form.Shape == ProductShape.Unanswered ? null : form.Shape.ToString(),
        Kind = form.Kind.ToString(),
        Count = form.DesignCount,
        Designs = form.Kind == ApplicationKind.SingleDesign ? [] : [.. Enumerable.Range(1, form.DesignCount).Select(number => OneDesign.Of(form, number))],
        Partial = form.IsPartialDesign,
        ProtectedPart = form.Brief.ProtectedPart,
        Marking = form.PartialMarking.ToString(),
        Interface = form.IsGraphicalUserInterface,
        InterfaceUse = form.Brief.InterfaceUse,
        PartUse = form.Brief.PartUse,
        InterfaceProduct = form.Brief.InterfaceProduct,
        InterfaceArea = form.Brief.InterfaceArea,
        Interaction = form.Brief.Interaction,
        InterfaceMoves = form.Brief.InterfaceMoves,
        InterfaceChange = form.Brief.InterfaceChange,
    };

    public ApplicationForm Apply(ApplicationForm form)
    {
        var name = (Name ?? "").Trim();
        var kind = Choose.Of<ApplicationKind>(Kind) ?? ApplicationKind.SingleDesign;
        var marking = Choose.Of<PartialMarking>(Marking) ?? PartialMarking.None;
        // Who answered what only such a design is asked means it, ticked or not; who takes the tick away means that.
        var isPartial = Partial || (!form.IsPartialDesign && (marking != PartialMarking.None || Any(ProtectedPart, PartUse)));
        var moves = InterfaceMoves || (!form.Brief.InterfaceMoves && Any(InterfaceChange));
        var isInterface = Interface || (!form.IsGraphicalUserInterface && (moves || Any(InterfaceUse, InterfaceProduct, InterfaceArea, Interaction)));
        return form with
        {
            ProductName = name,
            Shape = Choose.Of<ProductShape>(Shape) ?? ProductShape.Unanswered,
            Kind = kind,
            DesignCount = kind == ApplicationKind.SingleDesign ? 1 : Math.Clamp(Count ?? 2, 1, MostDesigns),
            Designs = Designs.Count == 0 ? form.Designs : [.. Designs.Select(design => design.Apply(form)).Where(design => design.Number is >= 1 and <= MostDesigns)],
            IsPartialDesign = isPartial,
            PartialMarking = isPartial ? marking : PartialMarking.None,
            IsGraphicalUserInterface = isInterface,
            Brief = form.Brief with
            {
                ProductName = name,
                Use = (Use ?? "").Trim(),
                ProtectedPart = Of(isPartial, ProtectedPart),
                PartUse = Of(isPartial, PartUse),
                InterfaceUse = Of(isInterface, InterfaceUse),
                InterfaceProduct = Of(isInterface, InterfaceProduct),
                InterfaceArea = Of(isInterface, InterfaceArea),
                Interaction = Of(isInterface, Interaction),
                InterfaceMoves = isInterface && moves,
                InterfaceChange = Of(isInterface && moves, InterfaceChange),
            },
        };
    }

    private static bool Any(params IEnumerable<string?> answers) => answers.Any(answer => !string.IsNullOrWhiteSpace(answer));

    private static string Of(bool isAsked, string? answer) => isAsked ? (answer ?? "").Trim() : "";

    /// <summary>What is said of one of several designs.</summary>
    public sealed class OneDesign
    {
        public int Number { get; set; }
        public string? Name { get; set; }
        public string? Class { get; set; }
        public string? Difference { get; set; }

        public static OneDesign Of(ApplicationForm form, int number) =>
            form.Designs.Find(design => design.Number == number) is { } known
                ? new() { Number = number, Name = known.ProductName, Class = known.LocarnoClass, Difference = known.Difference }
                : new() { Number = number };

        /// <summary>What this form did not ask, because another kind of application was chosen, stays as it was.</summary>
        public DesignAnswers Apply(ApplicationForm form)
        {
            var before = form.Designs.Find(design => design.Number == Number) ?? new DesignAnswers { Number = Number };
            return form.Kind == ApplicationKind.Set
                ? before with { ProductName = (Name ?? "").Trim(), LocarnoClass = Class ?? "" }
                : before with { Difference = (Difference ?? "").Trim() };
        }
    }
}
