using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CentreComplete : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "SignFindings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "Recordals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CalendarEdition",
                table: "EvaluationReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GrantNoticeOn",
                table: "Designs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TrailPlace",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "KeyboardShortcutsOff",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GrantNoticeOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegisteredOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RegistrationToldAt",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermEndsOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermRemindedOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Count",
                table: "AccessRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Seen",
                table: "AccessRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KnownAgencies",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownAgencies", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "NamedParties",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedParties", x => new { x.ApplicationId, x.Role, x.Key });
                    table.ForeignKey(
                        name: "FK_NamedParties_Cases_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordalPapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ByteLength = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordalPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordalPapers_Recordals_RecordalId",
                        column: x => x.RecordalId,
                        principalTable: "Recordals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // A number that two applications bear by a slip: the first keeps it, the others bear it marked, to be corrected by the centre.
            migrationBuilder.Sql("""
                UPDATE Applications SET OfficeNumber = OfficeNumber || '#' || substr(Id, 1, 4)
                WHERE OfficeNumber IS NOT NULL AND EXISTS (
                    SELECT 1 FROM Applications other WHERE other.OfficeNumber = Applications.OfficeNumber
                        AND ((other.PatentNumber IS NOT NULL) > (Applications.PatentNumber IS NOT NULL)
                            OR ((other.PatentNumber IS NOT NULL) = (Applications.PatentNumber IS NOT NULL) AND other.rowid < Applications.rowid)))
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_OfficeNumber",
                table: "Applications",
                column: "OfficeNumber",
                unique: true,
                filter: "\"OfficeNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TermEndsOn",
                table: "Applications",
                column: "TermEndsOn",
                filter: "\"TermEndsOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NamedParties_FirmId",
                table: "NamedParties",
                column: "FirmId");

            migrationBuilder.CreateIndex(
                name: "IX_NamedParties_Key_Role",
                table: "NamedParties",
                columns: new[] { "Key", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordalPapers_RecordalId",
                table: "RecordalPapers",
                column: "RecordalId",
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownAgencies");

            migrationBuilder.DropTable(
                name: "NamedParties");

            migrationBuilder.DropTable(
                name: "RecordalPapers");

            migrationBuilder.DropIndex(
                name: "IX_Applications_OfficeNumber",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_TermEndsOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "SignFindings");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "Recordals");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "CalendarEdition",
                table: "EvaluationReports");

            migrationBuilder.DropColumn(
                name: "GrantNoticeOn",
                table: "Designs");

            migrationBuilder.DropColumn(
                name: "TrailPlace",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "KeyboardShortcutsOff",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "GrantNoticeOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RegisteredOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RegistrationToldAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TermEndsOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TermRemindedOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Count",
                table: "AccessRecords");

            migrationBuilder.DropColumn(
                name: "Seen",
                table: "AccessRecords");
        }
    }
}
